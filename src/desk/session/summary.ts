import { isJsonObject } from '#prelude/json.ts';
import { showMoney } from '#prelude/locale.ts';
import type { SessionShown } from './player-frame.tsx';

type Page = NonNullable<SessionShown['page']>;
type Field = Page['part']['fields'][number];

/** What is known of a session from the pages that went by: enough to tell it in words when it is over. */
export interface Told {
  readonly name: string;
  readonly answers: readonly { readonly name: string; readonly answer?: string | undefined }[];
  readonly notes: readonly string[];
}

/** The telling so far, with the page in sight and the answer just given to it. */
export function tell(name: string, page: Page, answer: unknown): Told {
  const [field] = page.part.fields;
  const shown = field && answer !== undefined ? shownAnswer(field, answer, page.language) : undefined;
  const last = { name: page.name, answer: shown };
  return {
    name,
    answers: [...page.trail, last],
    notes: page.notes.map(({ text }) => text),
  };
}

/** What stands in place of a secret. */
const MASK = '••••';

/** An answer to a field in words; a secret only as such. */
export function shownAnswer(field: Field, answer: unknown, language: string): string {
  if (field.secret) return MASK;
  if (Array.isArray(answer)) return answer.map((item: unknown) => shownAnswer(field, item, language)).join(', ');
  if (isJsonObject(answer)) {
    const { amount, currency, name } = answer;
    if (typeof amount === 'string' && typeof currency === 'string') return showMoney(amount, currency, language);
    return typeof name === 'string' ? name : '';
  }
  const option = field.options?.find(({ value }) => value === answer);
  if (option) return option.label;
  if (typeof answer === 'boolean') return String(field.limits[answer ? 'yes' : 'no'] ?? answer);
  return String(answer);
}

/** A summary to paste into another system: plain text, one line a page that was answered. */
export function summaryText(told: Told, outcome: string, session: string): string {
  const answers = told.answers.flatMap(({ name, answer }) => (answer === undefined ? [] : [`${name}: ${answer}`]));
  return [
    `${told.name}: ${outcome}`,
    ...answers,
    ...(told.notes.length > 0 ? ['', 'Notes', ...told.notes.map((note) => `- ${note}`)] : []),
    '',
    `Session ${session}`,
  ].join('\n');
}

const OUTCOMES: Readonly<Record<string, string>> = {
  completed: 'Completed',
  quit: 'Quit',
  'timed-out': 'Timed out',
  failed: 'Failed',
  transferred: 'Transferred',
};

/** An outcome in the words of the account, else in ours, else as it stands in the file. */
export function outcomeWords({
  outcome,
  outcomeLabel,
  status,
}: Pick<SessionShown, 'outcome' | 'outcomeLabel' | 'status'>): string {
  return outcomeLabel ?? OUTCOMES[outcome ?? status] ?? outcome ?? '';
}

export function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'name' in value && 'answers' in value && 'notes' in value;
}
