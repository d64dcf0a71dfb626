import { createMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import { catalog } from '#elements/catalog.ts';
import { decide } from '#engine/decide.ts';
import { evolve } from '#engine/evolve.ts';
import { compile } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import type { SessionState } from '#engine/state.ts';
import { branchingFlow, FLOW_ANSWERS, xstateConfig } from './branching-flow.ts';
import { compareSideBySide } from './measure.ts';

// One step of a 20-element branching flow (ten questions, each with two choices), one core, times in microseconds.

const program = compile(branchingFlow(), catalog);
const machine = createMachine(xstateConfig());

function began(): SessionState {
  const started = start(program, { client: 'bench' }, 0);
  if (!started.ok) throw new Error(started.error.message);
  return started.value.state;
}

function advance(state: SessionState, value: string): SessionState {
  const decided = decide(program, state, { kind: 'answer', value }, 1000);
  if (!decided.ok) throw new Error(decided.error.message);
  return decided.value.state;
}

const first = began();
const firstText = JSON.stringify(first);
const initial = getInitialSnapshot(machine);
const initialText = JSON.stringify(machine.getPersistedSnapshot(initial));

/** Every contender walks the flow from start to end, over and over; one step is one answer. */
const contenders = {
  'Waymark, live': () => {
    let state = first;
    for (const answer of FLOW_ANSWERS) state = advance(state, answer);
  },
  'xstate 5, pure transition, live': () => {
    let snapshot = initial;
    for (const answer of FLOW_ANSWERS) snapshot = getNextSnapshot(machine, snapshot, { type: answer });
  },
  'Waymark, state stored as JSON each step': () => {
    let text = firstText;
    for (const answer of FLOW_ANSWERS) text = JSON.stringify(advance(JSON.parse(text) as SessionState, answer));
  },
  'xstate 5, state stored as JSON each step': () => {
    let text = initialText;
    for (const answer of FLOW_ANSWERS) {
      const snapshot = machine.resolveState(JSON.parse(text) as { value: string });
      text = JSON.stringify(machine.getPersistedSnapshot(getNextSnapshot(machine, snapshot, { type: answer })));
    }
  },
};

compareSideBySide(contenders, { each: FLOW_ANSWERS.length, unit: 'µs a step', base: 'Waymark, live' });

const log = start(program, { client: 'bench' }, 0);
if (!log.ok) throw new Error(log.error.message);
let state = log.value.state;
const events = [...log.value.events];
for (const answer of FLOW_ANSWERS) {
  const decided = decide(program, state, { kind: 'answer', value: answer }, 1000);
  if (!decided.ok) throw new Error(decided.error.message);
  events.push(...decided.value.events);
  state = decided.value.state;
}
compareSideBySide(
  { 'Waymark, rebuilding a session from its log': () => void evolve(undefined, events) },
  { each: 1, unit: 'µs a session of 10 answers' },
);
process.stdout.write(
  `state of a waiting session at the last page: ${Buffer.byteLength(JSON.stringify(state))} bytes\n`,
);
