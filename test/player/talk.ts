import { ask, say, texts } from '#test/engine/agent.ts';
import { type Drawing, draw } from '#test/factories/draw.ts';
import { HeldServer } from './held-server.ts';

/** Asks for name and city, by a value of the account for more, then says something and looks it up. */
export const TALK: Drawing = {
  variables: {
    ...texts('name', 'city', 'more'),
    size: { type: 'number', label: 'Size' },
    pin: { type: 'text', label: 'PIN', privacy: 'secret' },
  },
  elements: {
    q_name: ask('name'),
    q_city: ask('city'),
    q_size: { text: { en: 'Size?' }, answer: { kind: 'number', variable: 'size', required: true } },
    d_more: { rules: [{ id: 'yes', label: 'Yes', when: 'values.ask_more' }] },
    q_more: ask('more'),
    s_hello: { ...say('Hello {name}'), entryPoint: true },
    i_crm: { connection: 'crm', method: 'GET', path: '/', inputs: [], outputs: [] },
    q_pin: { text: { en: 'PIN?' }, answer: { kind: 'secret', variable: 'pin' } },
    s_bye: say('Bye'),
  },
  connectors: [
    'q_name -> q_city',
    'q_city -> q_size',
    'q_size -> d_more',
    'd_more.yes -> q_more',
    'd_more.otherwise -> s_hello',
    'q_more -> s_hello',
    's_hello -> i_crm',
    'i_crm.done -> q_pin',
    'i_crm.failed -> q_pin',
    'i_crm.timed_out -> q_pin',
    'q_pin -> s_bye',
  ],
};

/** Serves it: the account wants more asked. */
export const serve = () => new HeldServer(draw(TALK), { ask_more: true });
/** What the server was given, in order: answers, and the names of other commands. */
export const logged = ({ log }: HeldServer) =>
  log.map(({ command }) => ('value' in command ? command.value : command.kind));
