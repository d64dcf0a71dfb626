import type { Page, TrailEntry } from '#contract/page.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { Program } from './program.ts';
import { runContext } from './run-context.ts';
import type { SessionState } from './state.ts';

/** What a person sees where the session waits; null once it is over. Derived from the state, never stored. */
export function pageOf(program: Program, state: SessionState): Page | null {
  if (state.status === 'ended' || state.status === 'failed') return null;
  const node = program.elements.get(state.at);
  invariant(node, `the version of this session has an element ${state.at}`);
  invariant(node.type.page, `${node.type.type} waits, so it has a page`);
  const context = runContext(program, node, state, state.enteredAt);
  const { help } = node.element;
  return {
    n: state.n,
    element: node.id,
    type: node.type.type,
    name: node.element.name,
    language: state.language,
    part: node.type.page(node.settings, context),
    ...(help ? { help: context.text(help) } : {}),
    ...(node.target === undefined ? {} : { target: node.target }),
    ...(program.target === undefined ? {} : { sessionTarget: program.target }),
    enteredAt: state.enteredAt,
    startedAt: state.startedAt,
    trail: passedPages(program, state),
    entryPoints: program.entryPoints,
    notes: state.notes,
  };
}

function passedPages(program: Program, state: SessionState): TrailEntry[] {
  const entries: TrailEntry[] = [];
  for (const { n, element, answer, shown = answer } of state.trail.slice(0, -1)) {
    const node = program.elements.get(element);
    if (!node?.type.page) continue;
    entries.push({ n, element, name: node.element.name, ...(typeof shown === 'string' ? { answer: shown } : {}) });
  }
  return entries;
}
