import type { Command as SessionCommand } from '#contract/command.ts';
import type { Page, PageField } from '#contract/page.ts';
import { plainText } from '#contract/text-tree.ts';
import { LocalRun } from '#engine/local-run.ts';
import type { Program } from '#engine/program.ts';
import { scriptResult } from '#engine/script.ts';
import type { Json } from '#prelude/json.ts';
import type { ExitCode, Terminal } from './command.ts';
import { printable } from './printable.ts';
import { typedLines } from './typed-lines.ts';

interface Play {
  readonly language?: string;
  /** The conversation goes to standard error, and the result to standard output as a line of JSON. */
  readonly json: boolean;
}

type Say = (text: string) => void;

/**
 * A person plays the Interaction, line by line: a number picks a choice, several with commas between them, `back` goes
 * back, `quit` ends. What it asks of the world outside gets its sample answer.
 */
export async function playInTerminal(
  program: Program,
  { language, json }: Play,
  terminal: Terminal,
): Promise<ExitCode> {
  const say: Say = (text) => (json ? terminal.err(text) : terminal.out(printable(text)));
  const options = { client: 'terminal', ...(language === undefined ? {} : { language }) };
  const started = LocalRun.start(program, options, { now: () => Date.now() });
  if (!started.ok) {
    terminal.err(`${started.error.message} (${started.error.code})\n`);
    return 1;
  }
  const run = started.value;
  const typed = typedLines(terminal.input);
  for (let { page } = run; page; { page } = run) {
    const command = run.state.status === 'paused' ? RESUME : await commandFor(page, typed, say);
    if (!command) break;
    const decided = run.send(command);
    if (decided.ok) continue;
    const { message, fields } = decided.error;
    terminal.err(`${fields?.map((field) => field.message).join('\n') || message}\n`);
  }
  await typed.return(undefined);
  const { status, error, outcome } = run.state;
  if (error) terminal.err(`${error.message} (${error.code})\n`);
  if (json) terminal.out(`${JSON.stringify(scriptResult(run))}\n`);
  else say(`\n${status === 'waiting' ? 'Left' : 'Ended'}: ${outcome ?? 'not finished'}\n`);
  return status === 'failed' ? 1 : 0;
}

const RESUME: SessionCommand = { kind: 'resume' };

/** What whoever plays wants to do on a page; undefined where nothing more is typed. */
async function commandFor(page: Page, typed: AsyncGenerator<string>, say: Say): Promise<SessionCommand | undefined> {
  const { part, help, wait } = page;
  const { fields } = part;
  const text = plainText(part.text);
  if (text !== '') say(`\n${text}\n`);
  if (help) say(`(${plainText(help)})\n`);
  if (wait) say(`\nWaiting: ${wait.label}\n`);
  const given: { [field: string]: Json } = {};
  for (const field of fields.length === 0 ? [undefined] : fields) {
    if (field) tellField(field, fields.length > 1, say);
    say('> ');
    const { value: line, done } = await typed.next();
    if (done) return undefined;
    if (line === 'back') return { kind: 'back' };
    if (line === 'quit') return { kind: 'quit' };
    const answer = field && line !== '' ? answerOf(line, field) : undefined;
    if (fields.length <= 1) return { kind: 'answer', ...(answer === undefined ? {} : { value: answer }) };
    if (field && answer !== undefined) given[field.name] = answer;
  }
  return { kind: 'answer', value: given };
}

function tellField(field: PageField, isOneOfSeveral: boolean, say: Say): void {
  if (isOneOfSeveral) say(`\n${field.label}${field.required ? '' : ' (may be left empty)'}\n`);
  for (const [index, option] of (field.options ?? []).entries()) say(`  ${index + 1}  ${option.label}\n`);
  if (field.kind === 'yes-no') say('  1  yes\n  2  no\n');
}

function answerOf(line: string, field: PageField): Json {
  if (field.kind === 'yes-no') return /^(1|y|yes)$/i.test(line) ? true : /^(2|n|no)$/i.test(line) ? false : line;
  const picked = line.split(',').map((each) => field.options?.[Number(each) - 1]?.value ?? each.trim());
  if (!field.options) return line;
  return picked.length === 1 ? (picked[0] ?? line) : picked;
}
