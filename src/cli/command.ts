/** What a command ends with: fine, the thing it looked at is not fine, wrong use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** All that a command sees of the world around it, so that a test can be that world. */
export interface Terminal {
  /** Standard input, which can be read once. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Results, for people and programs. */
  out(text: string): void;
  /** Messages, for people. */
  err(text: string): void;
  /** Resolves once the reader of the results has room for more: whoever writes much waits for it now and then. */
  room(): Promise<void>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Command {
  /** What `waymark COMMAND --help` prints, and what stands below a message about wrong use: begins with its call. */
  readonly usage: string;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** A command's line in the table; the command itself is loaded when it is called. */
export interface CommandEntry {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  load(): Promise<Command>;
}
