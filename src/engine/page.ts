import { pageButton } from '#contract/buttons/press-button.ts';
import type { RunContext } from '#contract/element-type.ts';
import type { Page, PagePart, PageWait, TrailEntry } from '#contract/page.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { Mutable } from '#prelude/mutable.ts';
import { type Given, NOTHING_GIVEN } from './given.ts';
import type { Place, Program } from './program.ts';
import { pageContext } from './run-context.ts';
import { liesAhead, type SessionState } from './state.ts';

/** What a person sees where the session waits; null once it is over. Derived from the state, never stored. */
export function pageOf(program: Program, state: SessionState, given: Given = NOTHING_GIVEN): Page | null {
  if (state.status === 'ended' || state.status === 'failed') return null;
  const place = program.find(state.at);
  invariant(place, `the version of this session has an element ${state.at}`);
  const { node } = place;
  const context = pageContext(place, state, given);
  const page: Mutable<Page> = {
    n: state.n,
    element: state.at,
    type: node.type.type,
    name: node.element.name,
    language: state.language,
    part: partOf(place, context),
    enteredAt: state.enteredAt,
    startedAt: state.startedAt,
    trail: passedPages(program, state),
    entryPoints: program.entryPoints,
    languages: program.interaction.languages,
    notes: state.notes,
  };
  // One by one: a page is made in every step, and to spread a dozen things that may be missing takes as long as the rest.
  const { help, buttons } = node.element;
  if (help) page.help = context.text(help);
  if (node.target !== undefined) page.target = node.target;
  if (program.target !== undefined) page.sessionTarget = program.target;
  if (buttons?.length) page.buttons = buttons.map((each) => pageButton(each, context, isBusy(state, each.id)));
  const wait = waitOf(place, state, context);
  if (wait) page.wait = wait;
  if (state.problems) page.problems = state.problems;
  const ahead = aheadOf(program, state);
  if (ahead !== undefined) page.ahead = ahead;
  const returns = state.returns?.at(-1);
  if (returns !== undefined) page.returns = { element: returns, name: nameOf(program, returns) };
  return page;
}

/** An element that shows nothing but waits is a page with its name alone; what it waits for stands beside. */
function partOf({ node }: Place, context: RunContext): PagePart {
  return node.type.page?.(node.settings, context) ?? { text: [], fields: [] };
}

function waitOf({ node }: Place, { effects }: SessionState, context: RunContext): PageWait | undefined {
  const effect = effects?.find(({ holds }) => holds);
  if (!effect) return undefined;
  const { label = node.element.name, skippable } = node.type.awaits?.(node.settings, context) ?? { skippable: true };
  const { id, kind, since, until } = effect;
  return { effect: id, kind, since, label, skippable, ...(until === undefined ? {} : { until }) };
}

function isBusy({ effects }: SessionState, button: string): boolean {
  return effects?.some((effect) => effect.button === button) === true;
}

/** How many pages lie ahead, where this is one of them. */
function aheadOf(program: Program, state: SessionState): number | undefined {
  if (!liesAhead(state)) return undefined;
  return state.ahead?.filter(({ element }) => program.find(element)?.node.type.page).length;
}

function passedPages(program: Program, state: SessionState): TrailEntry[] {
  const entries: TrailEntry[] = [];
  for (const { n, element, answer, shown = answer } of state.trail.slice(0, -1)) {
    const node = program.find(element)?.node;
    if (!node?.type.page) continue;
    const { name } = node.element;
    entries.push(typeof shown === 'string' ? { n, element, name, answer: shown } : { n, element, name });
  }
  return entries;
}

function nameOf(program: Program, element: SessionState['at']): string {
  return program.find(element)?.node.element.name ?? element;
}
