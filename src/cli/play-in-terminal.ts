import { createInterface } from 'node:readline/promises';
import type { Command as SessionCommand } from '#contract/command.ts';
import type { Page, PageField } from '#contract/page.ts';
import { plainText } from '#contract/text-tree.ts';
import { decide } from '#engine/decide.ts';
import { pageOf } from '#engine/page.ts';
import type { Program } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import type { Json } from '#prelude/json.ts';
import type { ExitCode, Terminal } from './command.ts';

/** A person plays the Interaction, line by line: a number picks a choice, `back` goes back, `quit` ends. */
export async function playInTerminal(
  program: Program,
  language: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const started = start(program, { client: 'terminal', ...(language === undefined ? {} : { language }) }, Date.now());
  if (!started.ok) {
    terminal.err(`${started.error.message}\n`);
    return 1;
  }
  let { state } = started.value;
  const lines = createInterface({ input: process.stdin });
  const typed = lines[Symbol.asyncIterator]();
  for (let page = pageOf(program, state); page; page = pageOf(program, state)) {
    show(page, terminal);
    const { value: line, done } = await typed.next();
    if (done) break;
    const decided = decide(program, state, commandOf(line.trim(), page.part.fields[0]), Date.now());
    if (decided.ok) state = decided.value.state;
    else terminal.err(`${decided.error.message}\n`);
  }
  lines.close();
  if (state.error) terminal.err(`${state.error.message} (${state.error.code})\n`);
  terminal.out(`\n${state.status === 'waiting' ? 'Left' : 'Ended'}: ${state.outcome ?? 'not finished'}\n`);
  return state.status === 'failed' ? 1 : 0;
}

function show({ part, help }: Page, terminal: Terminal): void {
  terminal.out(`\n${plainText(part.text)}\n`);
  if (help) terminal.out(`(${plainText(help)})\n`);
  for (const field of part.fields) {
    for (const [index, option] of (field.options ?? []).entries()) terminal.out(`  ${index + 1}  ${option.label}\n`);
    if (field.kind === 'yes-no') terminal.out('  1  yes\n  2  no\n');
  }
  terminal.out('> ');
}

function commandOf(line: string, field: PageField | undefined): SessionCommand {
  if (line === 'back') return { kind: 'back' };
  if (line === 'quit') return { kind: 'quit' };
  return field && line !== '' ? { kind: 'answer', value: answerOf(line, field) } : { kind: 'answer' };
}

function answerOf(line: string, field: PageField): Json {
  if (field.kind === 'yes-no') return /^(1|y|yes)$/i.test(line) ? true : /^(2|n|no)$/i.test(line) ? false : line;
  return field.options?.[Number(line) - 1]?.value ?? line;
}
