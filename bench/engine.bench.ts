import { Story } from 'inkjs';
import { Compiler } from 'inkjs/full';
import { createMachine, getInitialSnapshot, getNextSnapshot } from 'xstate';
import { catalog } from '#elements/catalog.ts';
import { decide } from '#engine/decide.ts';
import { evolve } from '#engine/evolve.ts';
import { compile } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import type { SessionState } from '#engine/state.ts';
import { fromStored, toStored } from '#engine/stored-state.ts';
import type { Json } from '#prelude/json.ts';
import { BareInterpreter, type BareState } from './bare-interpreter.ts';
import { branchingFlow, FLOW_ANSWERS, inkStory, SIDES, xstateConfig } from './branching-flow.ts';
import { goal } from './goal.ts';
import { compareSideBySide } from './measure.ts';
import { recordedSession } from './recorded-session.ts';

// One step of a branching flow (ten questions, each with two choices), one core, times in microseconds. Every contender
// walks the flow from its start to its end, over and over; one step is one answer.

const EACH = { each: FLOW_ANSWERS.length, unit: 'µs a step' };
const GOAL = { live: 2, stored: 8, bytes: 2_000, replayed: 5 };
const REPLAYED = 100_000;

const flow = branchingFlow();
const program = compile(flow, catalog);
const began = start(program, { client: 'bench' }, 0);
if (!began.ok) throw new Error(began.error.message);
const first = began.value;

function advance(state: SessionState, value: string) {
  const decided = decide(program, state, { kind: 'answer', value }, 1000);
  if (!decided.ok) throw new Error(decided.error.message);
  return decided.value;
}

const bare = new BareInterpreter(flow);
const machine = createMachine(xstateConfig());
const initial = getInitialSnapshot(machine);
const story = new Story(new Compiler(inkStory()).Compile().ToJson() ?? '');
story.Continue();
const beginning = story.state.ToJson();

function tell(answer: (typeof SIDES)[number]): void {
  story.ChooseChoiceIndex(SIDES.indexOf(answer));
  story.ContinueMaximally();
}

process.stdout.write('live: the state stays in memory\n');
const live = compareSideBySide(
  {
    Waymark: () => FLOW_ANSWERS.reduce((state, answer) => advance(state, answer).state, first.state),
    'a bare interpreter': () => FLOW_ANSWERS.reduce((state, answer) => bare.answer(state, answer), bare.first),
    'xstate 5, pure transition': () =>
      FLOW_ANSWERS.reduce((state, answer) => getNextSnapshot(machine, state, { type: answer }), initial),
    inkjs: () => {
      story.ResetState();
      story.Continue();
      for (const answer of FLOW_ANSWERS) tell(answer);
    },
  },
  { ...EACH, base: 'Waymark' },
);
goal('a step, µs', live.get('Waymark'), GOAL.live, 'at most');

/** A text goes in and comes out at each step, as from and to a database. */
function storing<Kept>(begin: Kept, step: (kept: Kept, answer: string) => unknown): () => string {
  const first = JSON.stringify(begin);
  return () => {
    let text = first;
    for (const answer of FLOW_ANSWERS) text = JSON.stringify(step(JSON.parse(text) as Kept, answer));
    return text;
  };
}

process.stdout.write('stored: the state is read from JSON before each step and written after it\n');
const stored = compareSideBySide(
  {
    Waymark: storing<Json>(toStored(first.state) as unknown as Json, (kept, answer) =>
      toStored(advance(fromStored(kept), answer).state),
    ),
    'a bare interpreter': storing<BareState>(bare.first, (state, answer) => bare.answer(state, answer)),
    'xstate 5': storing<unknown>(machine.getPersistedSnapshot(initial), (kept, answer) => {
      const snapshot = machine.resolveState(kept as unknown as { value: string });
      return machine.getPersistedSnapshot(getNextSnapshot(machine, snapshot, { type: answer }));
    }),
    inkjs: () => {
      let text = beginning;
      for (const answer of FLOW_ANSWERS) {
        story.state.LoadJson(text);
        tell(answer);
        text = story.state.ToJson();
      }
      return text;
    },
  },
  { ...EACH, base: 'Waymark' },
);
goal('a step, µs', stored.get('Waymark'), GOAL.stored, 'at most');

let { state } = first;
const events = [...first.events];
for (const answer of FLOW_ANSWERS) {
  const step = advance(state, answer);
  events.push(...step.events);
  state = step.state;
}
process.stdout.write('the log: a session of ten answers is rebuilt\n');
compareSideBySide({ Waymark: () => evolve(undefined, events) }, { each: 1, unit: 'µs a session' });
goal('bytes of a waiting session', Buffer.byteLength(JSON.stringify(toStored(state))), GOAL.bytes, 'at most');

const recorded = recordedSession();
function replay(): SessionState {
  const started = start(recorded.program, { client: 'bench' }, 0);
  if (!started.ok) throw new Error(started.error.message);
  let now = 0;
  let { state: reached } = started.value;
  for (const command of recorded.commands) {
    now += 1000;
    const decided = decide(recorded.program, reached, command, now);
    if (!decided.ok) throw new Error(decided.error.message);
    reached = decided.value.state;
  }
  return reached;
}

process.stdout.write(`replay: a session of ${recorded.commands.length} answers is run again from its commands\n`);
const replayed = compareSideBySide({ Waymark: replay }, { each: 1, unit: 'µs a session' });
const seconds = ((replayed.get('Waymark') ?? Number.NaN) * REPLAYED) / 1e6;
goal(`seconds for ${REPLAYED} such sessions`, seconds, GOAL.replayed, 'at most');
