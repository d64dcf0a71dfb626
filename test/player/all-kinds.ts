import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { checkInteraction } from '#format/read.ts';
import type { Json } from '#prelude/json.ts';

/** Pages of the fixture in order: one of every kind of answer and presentation, as a broadband service desk asks them. */
export const PAGES = [
  's_welcome',
  'q_verified',
  'q_problem',
  'q_contact_hours',
  'q_device',
  'q_town',
  'q_speed',
  'q_since',
  'q_reference',
  'q_details',
  'q_repair_slot',
  'q_effects',
  'q_country',
  'q_languages',
  'q_refund',
  'q_call_at',
  'q_appointment',
  'q_phone',
  'q_email',
  'q_pin',
  'q_photo',
  'q_rating',
  's_summary',
] as const;

const TOWNS = [
  'Ashford',
  'Barnstaple',
  'Canterbury',
  'Dartford',
  'Exeter',
  'Folkestone',
  'Gravesend',
  'Hastings',
  'Ilfracombe',
  'Maidstone',
  'Plymouth',
  'Ramsgate',
  'Sevenoaks',
  'Torquay',
];

const HOURS = ['Morning, 8 to 12', 'Afternoon, 12 to 17', 'Evening, 17 to 20'];
const DEVICES = ['Router', 'Television box', 'Telephone', 'Something else'];
const SLOTS = ['Tomorrow 8 to 10', 'Tomorrow 14 to 16', 'Thursday 8 to 10'];
const PROBLEMS: readonly (readonly [string, string, string])[] = [
  ['slow', 'Slow connection', 'Conexión lenta'],
  ['none', 'No connection at all', 'Sin conexión'],
  ['drops', 'Connection drops now and then', 'La conexión se corta a veces'],
  ['billing', 'A bill or a payment', 'Una factura o un pago'],
];

const EFFECTS: readonly (readonly [string, string, string])[] = [
  ['calls', 'Video calls break off', 'Se cortan las videollamadas'],
  ['tv', 'Television stutters', 'La televisión va a saltos'],
  ['work', 'Working from home is impossible', 'No se puede trabajar desde casa'],
];

/** All 249 countries and territories that have a code of two letters (ISO 3166-1), as a list in an expression. */
const COUNTRY_CODES =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW';

/** The first 226 of them: as long a list as a service desk has. */
export const COUNTRIES: readonly { readonly code: string; readonly name: string }[] = (COUNTRY_CODES.match(/../g) ?? [])
  .slice(0, 226)
  .map((code) => ({ code, name: new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code }));

/** A question with one choice: the question, its Choices, and the connectors to where all of them lead. */
function choice(id: string, next: string, settings: object, options: readonly (readonly [string, string, string])[]) {
  const key = id.slice(2);
  return {
    elements: {
      [id]: { type: 'question', ...settings },
      ...Object.fromEntries(
        options.map(([value, en, es]) => [`c_${key}_${value}`, { type: 'choice', name: en, value, label: { en, es } }]),
      ),
    },
    connectors: Object.fromEntries(
      options.flatMap(([value], i) => [
        [`k_${key}_${value}`, { from: id, exit: 'choices', to: `c_${key}_${value}`, order: `a${i.toString(36)}` }],
        [`k_${key}_${value}_on`, { from: `c_${key}_${value}`, to: next }],
      ]),
    ),
    variables: { [key]: { type: 'option', label: key } },
  };
}

function plain(labels: readonly string[]): (readonly [string, string, string])[] {
  return labels.map((label, i) => [`v${i + 1}`, label, label]);
}

/** The pages behind the choices, each of which goes on by Next. */
const LATER = PAGES.slice(PAGES.indexOf('q_effects'), -1);

function asked(id: string, name: string, en: string, answer: object) {
  return { [id]: { type: 'question', name, text: { en }, answer } };
}

const parts = [
  choice(
    'q_problem',
    'q_contact_hours',
    {
      name: 'Problem',
      text: { en: 'What is the problem with your connection?', es: '¿Qué problema tiene con su conexión?' },
      help: {
        en: 'Ask for the **lights on the router** if the customer is not sure.\n\n- steady green: connected\n- blinking orange: no line',
      },
      target: 'PT20S',
      answer: { kind: 'one-choice', variable: 'problem' },
    },
    PROBLEMS,
  ),
  choice(
    'q_contact_hours',
    'q_device',
    {
      name: 'Contact hours',
      text: { en: 'When can we reach you best?', es: '¿Cuándo podemos localizarle mejor?' },
      answer: { kind: 'one-choice', variable: 'contact_hours', presentation: 'radio' },
    },
    plain(HOURS),
  ),
  choice(
    'q_device',
    'q_town',
    {
      name: 'Device',
      text: { en: 'Which device does not work as it should?' },
      answer: { kind: 'one-choice', variable: 'device', presentation: 'tiles' },
    },
    plain(DEVICES),
  ),
  choice(
    'q_town',
    'q_speed',
    {
      name: 'Town',
      text: { en: 'In which town is the connection?' },
      answer: { kind: 'one-choice', variable: 'town' },
    },
    plain(TOWNS),
  ),
  choice(
    'q_repair_slot',
    'q_effects',
    {
      name: 'Repair slot',
      text: { en: 'When may our engineer come?' },
      answer: { kind: 'one-choice', variable: 'repair_slot', presentation: 'drop-down' },
    },
    plain(SLOTS),
  ),
];

const file = {
  format: 1,
  id: 'int_broadband_fault',
  name: 'Broadband fault',
  description: 'Takes a fault report and books an engineer.',
  languages: ['en', 'es'],
  target: 'PT5M',
  start: 's_welcome',
  variables: {
    verified: { type: 'boolean', label: 'Customer verified' },
    speed: { type: 'number', label: 'Measured speed' },
    since: { type: 'date', label: 'Since' },
    reference: { type: 'text', label: 'Router number' },
    details: { type: 'text', label: 'Details' },
    effects: { type: 'list', items: { type: 'option' }, label: 'Effects' },
    country: { type: 'option', label: 'Country' },
    spoken: { type: 'list', items: { type: 'option' }, label: 'Languages' },
    refund: { type: 'money', label: 'Refund' },
    call_at: { type: 'time', label: 'Call at' },
    appointment: { type: 'date-time', label: 'Appointment' },
    phone: { type: 'text', label: 'Telephone' },
    email: { type: 'text', label: 'E-mail' },
    pin: { type: 'text', label: 'PIN', privacy: 'secret' },
    photo: { type: 'file', label: 'Photo' },
    rating: { type: 'number', label: 'Rating' },
    ...Object.assign({}, ...parts.map((part) => part.variables)),
  },
  elements: {
    s_welcome: {
      type: 'statement',
      name: 'Welcome',
      text: {
        en: 'Good morning, this is **Northline Broadband**. I will take your fault report now.\n\nIt takes about three minutes.',
        es: 'Buenos días, le atiende **Northline Broadband**. Voy a tomar nota de su avería.\n\nTardaremos unos tres minutos.',
      },
    },
    q_verified: {
      type: 'question',
      name: 'Verification',
      text: { en: 'Are you the holder of the contract?', es: '¿Es usted el titular del contrato?' },
      answer: { kind: 'yes-no', variable: 'verified' },
    },
    q_speed: {
      type: 'question',
      name: 'Speed',
      text: { en: 'What speed did your test show, in megabits per second?' },
      answer: { kind: 'number', variable: 'speed', min: 0, max: 1000, hint: { en: 'From 0 to 1,000' } },
    },
    q_since: {
      type: 'question',
      name: 'Since when',
      text: { en: 'Since which day has it been like this?' },
      answer: { kind: 'date', variable: 'since', min: '2020-01-01', max: '2030-12-31' },
    },
    q_reference: {
      type: 'question',
      name: 'Router number',
      text: { en: 'What number stands on the back of the router?' },
      answer: {
        kind: 'short-text',
        variable: 'reference',
        minLength: 6,
        hint: { en: 'Two letters and at least four digits, such as NB4711' },
      },
    },
    q_details: {
      type: 'question',
      name: 'Details',
      text: { en: 'Is there anything else that the engineer should know?' },
      answer: { kind: 'long-text', variable: 'details', required: false, maxLength: 400 },
    },
    ...asked('q_effects', 'Effects', 'What does it keep you from doing?', {
      kind: 'many-choices',
      variable: 'effects',
    }),
    ...Object.fromEntries(
      EFFECTS.map(([value, en, es]) => [`c_effects_${value}`, { type: 'choice', name: en, value, label: { en, es } }]),
    ),
    ...asked('q_country', 'Country', 'From which country are you calling?', {
      kind: 'one-choice',
      variable: 'country',
      list: { from: JSON.stringify(COUNTRIES), value: 'code', label: 'name' },
    }),
    ...asked('q_languages', 'Languages', 'Which languages may our engineer speak?', {
      kind: 'many-choices',
      variable: 'spoken',
      least: 2,
      most: 3,
      list: {
        from: '["Arabic", "Dutch", "English", "French", "German", "Hindi", "Italian", "Polish", "Portuguese", "Spanish", "Turkish", "Urdu"]',
      },
    }),
    ...asked('q_refund', 'Refund', 'How much did you pay for the days without a connection?', {
      kind: 'money',
      variable: 'refund',
      currencies: ['GBP', 'EUR'],
      min: 1,
      max: 500,
    }),
    ...asked('q_call_at', 'Call at', 'At what time may we ring you?', {
      kind: 'time',
      variable: 'call_at',
      min: '08:00',
      max: '20:00',
    }),
    ...asked('q_appointment', 'Appointment', 'When may the second engineer come?', {
      kind: 'date-time',
      variable: 'appointment',
    }),
    ...asked('q_phone', 'Telephone', 'On which number can we reach you?', {
      kind: 'phone',
      variable: 'phone',
      prefix: '+44',
    }),
    ...asked('q_email', 'E-mail', 'To which address shall we write?', { kind: 'email', variable: 'email' }),
    ...asked('q_pin', 'PIN', 'What is your service PIN?', {
      kind: 'secret',
      variable: 'pin',
      digits: true,
      minLength: 4,
      maxLength: 6,
    }),
    ...asked('q_photo', 'Photo', 'Can you send a photo of the socket?', {
      kind: 'file',
      variable: 'photo',
      required: false,
      accepts: ['image', 'pdf'],
      mostMegabytes: 5,
    }),
    ...asked('q_rating', 'Rating', 'How likely is it that you recommend us?', {
      kind: 'rating',
      variable: 'rating',
      scale: 10,
      lowest: { en: 'Not at all', es: 'Nada' },
      highest: { en: 'Very likely', es: 'Mucho' },
    }),
    s_summary: {
      type: 'statement',
      name: 'Summary',
      text: {
        en: 'I have noted: {problem}, in {town}, since {since}. Our engineer comes {repair_slot}.\n\nIt keeps you from: {effects}. You call from {country}, speak {spoken}, and get back {refund}. We ring {phone} at {call_at}; the second visit is {appointment}. Your PIN is {pin}.',
      },
    },
    ...Object.assign({}, ...parts.map((part) => part.elements)),
  },
  connectors: {
    k_welcome: { from: 's_welcome', to: 'q_verified' },
    k_verified_yes: { from: 'q_verified', exit: 'yes', to: 'q_problem' },
    k_verified_no: { from: 'q_verified', exit: 'no', to: 'q_problem' },
    k_speed: { from: 'q_speed', to: 'q_since' },
    k_since: { from: 'q_since', to: 'q_reference' },
    k_reference: { from: 'q_reference', to: 'q_details' },
    k_details: { from: 'q_details', to: 'q_repair_slot' },
    ...Object.fromEntries(
      EFFECTS.map(([value], i) => [
        `k_effects_${value}`,
        { from: 'q_effects', exit: 'choices', to: `c_effects_${value}`, order: `a${i}` },
      ]),
    ),
    ...Object.fromEntries(
      LATER.map((from, i) => [
        `k_later_${i}`,
        { from, ...(from === 'q_effects' ? { exit: 'next' } : {}), to: LATER[i + 1] ?? 's_summary' },
      ]),
    ),
    ...Object.assign({}, ...parts.map((part) => part.connectors)),
  },
};

/** An Interaction with a page of every kind, read as a file is read. */
export function allKinds(): Interaction {
  const read = checkInteraction(file as Json, catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 1));
  return read.value;
}
