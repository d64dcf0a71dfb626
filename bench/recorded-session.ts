import { readFileSync } from 'node:fs';
import type { Command } from '#contract/command.ts';
import { catalog } from '#elements/catalog.ts';
import { LocalRun } from '#engine/local-run.ts';
import { compile, type Program } from '#engine/program.ts';
import type { InteractionTest } from '#format/interaction.ts';
import { readInteraction } from '#format/read.ts';

const SAMPLE = 'samples/lost-card.interaction.json';

/** A session of a sample with all its commands: the longest of its tests, 16 pages that are answered or gone on from. */
export function recordedSession(): { readonly program: Program; readonly commands: readonly Command[] } {
  const read = readInteraction(readFileSync(SAMPLE, 'utf8'), catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const program = compile(read.value, catalog);
  const [longest] = Object.values(read.value.tests).toSorted((a, b) => b.answers.length - a.answers.length);
  if (!longest) throw new Error(`${SAMPLE} has no tests`);
  return { program, commands: commandsOf(program, longest) };
}

function commandsOf(program: Program, { answers }: InteractionTest): readonly Command[] {
  const started = LocalRun.start(program, { client: 'bench' }, { now: () => 0 });
  if (!started.ok) throw new Error(started.error.message);
  const run = started.value;
  const left = [...answers];
  const commands: Command[] = [];
  while (run.state.status === 'waiting') {
    const here = left[0]?.at === run.state.at ? left.shift() : undefined;
    const command: Command = { kind: 'answer', ...(here?.answer === undefined ? {} : { value: here.answer }) };
    const sent = run.send(command);
    if (!sent.ok) throw new Error(sent.error.message);
    commands.push(command);
  }
  return commands;
}
