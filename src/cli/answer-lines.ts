import { LIMITS } from '#prelude/limits.ts';
import type { Result } from '#prelude/result.ts';
import type { Terminal } from './command.ts';
import { bytesOf, nextBytes, textOf } from './input.ts';

/** Results are written in pieces of about this many characters: a line each would be a write each. */
const PIECE = 65_536;
const NEWLINE = 0x0a;

/** What becomes of a line: the text of its result, or why it is none. */
export type AnswerLine = (line: string) => Result<string, string>;

/**
 * Answers a file of lines, or standard input for `-`, line by line, leaving out empty ones. Results leave as soon as the
 * lines that have arrived are answered, so that a program at the other end may wait for each of them, and however much
 * there is, only what is under way is in memory. Stops at the first line that has no answer, and then says where and
 * why and gives false.
 */
export async function answerLines(name: string, terminal: Terminal, answer: AnswerLine): Promise<boolean> {
  const answering = new Answering(name, terminal, answer);
  const bytes = bytesOf(name, terminal);
  let begun: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const next = await nextBytes(bytes);
    if (!next.ok) return answering.refuse(`${name}: ${next.error}`);
    const { value } = next;
    if (value === undefined) return answering.answer(Buffer.concat(begun));
    const end = value.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      const whole = begun.length === 0 ? value.subarray(0, end) : Buffer.concat([...begun, value.subarray(0, end)]);
      begun = [];
      length = 0;
      if (!(await answering.answer(whole))) {
        await bytes.return?.();
        return false;
      }
    }
    if (end < value.length) begun.push(value.subarray(end));
    length += value.length - end;
    if (length > LIMITS.fileBytes) {
      await bytes.return?.();
      return answering.refuse(`${name}:${answering.line + 1}: The line is longer than ${LIMITS.fileBytes} bytes`);
    }
  }
}

class Answering {
  readonly name: string;
  readonly terminal: Terminal;
  readonly ask: AnswerLine;
  /** The number of the last line that was looked at. */
  line = 0;

  constructor(name: string, terminal: Terminal, ask: AnswerLine) {
    this.name = name;
    this.terminal = terminal;
    this.ask = ask;
  }

  /** Answers whole lines that arrived together. */
  async answer(bytes: Uint8Array): Promise<boolean> {
    const text = textOf(bytes);
    if (!text.ok) return this.refuse(`${this.name}:${this.line + text.error}: This is not UTF-8 text`);
    const lines = text.value.split('\n');
    // Behind the last line break stands the beginning of a line that is still to come.
    if (lines.at(-1) === '') lines.pop();
    let piece = '';
    for (const line of lines) {
      this.line++;
      if (line.trim() === '') continue;
      const result = this.ask(line);
      if (!result.ok) {
        if (piece !== '') this.terminal.out(piece);
        return this.refuse(`${this.name}:${this.line}: ${result.error}`);
      }
      piece += `${result.value}\n`;
      if (piece.length < PIECE) continue;
      this.terminal.out(piece);
      piece = '';
      await this.terminal.room();
    }
    if (piece === '') return true;
    this.terminal.out(piece);
    await this.terminal.room();
    return true;
  }

  refuse(message: string): false {
    this.terminal.err(`${message}\n`);
    return false;
  }
}
