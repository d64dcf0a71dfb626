import type { NewOutcome } from '#store/queries/outcomes.ts';
import { STARTING_OUTCOMES } from '../outcomes/starting-set.ts';

/** The outcomes that the sample Interactions give, then those that every account begins with. */
export const DEMO_OUTCOMES: readonly NewOutcome[] = [
  outcome('solved', 'Solved', 'Solucionado', 'success'),
  outcome('engineer visit', 'Engineer visit', 'Visita de un técnico', 'success'),
  outcome('known outage', 'Known outage', 'Avería conocida', 'neutral'),
  outcome('no fault found', 'No fault found', 'Sin avería', 'neutral'),
  outcome('call back', 'Call back', 'Volver a llamar', 'neutral'),
  outcome('card blocked', 'Card blocked', 'Tarjeta bloqueada', 'success'),
  outcome('card replaced', 'Card replaced', 'Tarjeta sustituida', 'success'),
  outcome('referred to fraud team', 'Referred to fraud team', 'Remitido al equipo de fraude', 'neutral'),
  outcome('holder to call', 'Holder to call', 'Debe llamar el titular', 'neutral'),
  outcome('identity not confirmed', 'Identity not confirmed', 'Identidad no confirmada', 'failure'),
  // It has one for calling back already.
  ...STARTING_OUTCOMES.filter(({ key }) => key !== 'call_back'),
];

function outcome(key: string, en: string, es: string, kind: 'success' | 'neutral' | 'failure'): NewOutcome {
  return { key, label: { en, es }, kind };
}
