import type { SessionEvent } from '#contract/event.ts';
import type { Page } from '#contract/page.ts';
import { catalog } from '#elements/catalog.ts';
import { evolve } from '#engine/evolve.ts';
import { pageOf } from '#engine/page.ts';
import { compile } from '#engine/program.ts';
import type { Reply, SessionSource } from './session.ts';
import type { ReplaySource } from './source.ts';

const REFUSED: Reply = { kind: 'refused', code: 'replay.read-only', message: '', fields: [] };

/** A stored session as it stood after one of its steps; the answer that was given next stands in the page's field. */
export function replaySource(replay: ReplaySource): SessionSource {
  return {
    memoryKey: undefined,
    async open() {
      const program = compile(replay.interaction, catalog);
      const events = replay.steps.slice(0, replay.at + 1).flatMap((step) => step.events);
      const state = evolve(undefined, events);
      const page = pageOf(program, state);
      return {
        kind: 'now',
        session: {
          id: 'replay',
          seq: replay.at,
          status: state.status,
          page: page && withAnswer(page, replay.steps[replay.at + 1]?.events ?? []),
          name: replay.interaction.name,
          kind: 'replay',
          abilities: [],
          variables: state.variables,
          ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
          ...(state.error === undefined ? {} : { failure: state.error }),
        },
      };
    },
    send: async () => REFUSED,
  };
}

function withAnswer(page: Page, next: readonly SessionEvent[]): Page {
  const given = next.find((event) => event.kind === 'answer-given' && event.n === page.n);
  const [field] = page.part.fields;
  if (given?.kind !== 'answer-given' || !field || page.part.fields.length > 1) return page;
  return {
    ...page,
    part: { ...page.part, fields: [{ ...field, ...(given.answer === undefined ? {} : { value: given.answer }) }] },
  };
}
