import { topOf } from '#contract/element-path.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { Page } from '#contract/page.ts';
import { catalog } from '#elements/catalog.ts';
import { evolve } from '#engine/evolve.ts';
import { compileWithLibrary } from '#engine/library.ts';
import { pageOf } from '#engine/page.ts';
import { ownVariables, type SessionState } from '#engine/state.ts';
import { NO_LIBRARY } from '#format/library.ts';
import type { Reply, SessionSource } from './session.ts';
import type { ReplaySource } from './source.ts';

const REFUSED: Reply = { kind: 'refused', code: 'replay.read-only', message: '', fields: [] };

/** A stored session as it stood after one of its steps; the answer that was given next stands in the page's field. */
export function replaySource(replay: ReplaySource): SessionSource {
  return {
    memoryKey: undefined,
    async open() {
      const program = compileWithLibrary(replay.interaction, replay.library ?? NO_LIBRARY, catalog);
      const events = replay.steps.slice(0, replay.at + 1).flatMap((step) => step.events);
      const state = evolve(undefined, events);
      const page = pageOf(program, program.find(state.at) ? state : atCaller(state));
      const outcomeLabel = state.outcome && replay.outcomeWords?.(state.outcome);
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
          variables: ownVariables(state.variables),
          ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
          ...(outcomeLabel ? { outcomeLabel } : {}),
          ...(state.error === undefined ? {} : { failure: state.error }),
        },
      };
    },
    send: async () => REFUSED,
  };
}

/** Where the version of a called Interaction is not at hand, the element that called it stands for all of it. */
function atCaller(state: SessionState): SessionState {
  const { ahead: _ahead, ...rest } = state;
  return { ...rest, at: topOf(state.at), trail: [] };
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
