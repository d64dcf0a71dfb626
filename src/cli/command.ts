/** What a command ends with: fine, the thing it looked at is not fine, wrong use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** All that a command sees of the world around it, so that a test can be that world. */
export interface Terminal {
  /** Results, for people and programs. */
  out(text: string): void;
  /** Messages, for people. */
  err(text: string): void;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Command {
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** A command's line in the table; the command itself is loaded when it is called. */
export interface CommandEntry {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  load(): Promise<Command>;
}
