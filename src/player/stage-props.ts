import type { Command } from '#contract/command.ts';
import type { Page } from '#contract/page.ts';
import type { Upload } from '#parts/upload.ts';
import type { Typed } from '#parts/view.ts';
import type { ClientState, CommandOutcome, Next } from './client-state.ts';

/** What the stage needs from whoever runs the session. */
export interface StageProps {
  readonly state: ClientState;
  /** The language of the player's own words until a page brings its own. */
  readonly language: string;
  /** The person at the player is the one who is served: names of pages are for those who serve. */
  readonly served: boolean;
  /** Of which level the title is among the headings around the player. */
  readonly heading: 'h1' | 'h2';
  /** Whether a new page takes the focus: it does for who is at work in the player. */
  readonly takesFocus: boolean;
  typed(page: Page): Typed;
  /** Undefined where files cannot be taken. */
  readonly upload: Upload | undefined;
  keepTyped(page: Page, typed: Typed): void;
  command(command: Command, next?: Next): Promise<CommandOutcome>;
  retry(): void;
  takeBack(): void;
}
