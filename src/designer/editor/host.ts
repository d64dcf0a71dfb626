import type { ElementId } from '#prelude/ids.ts';
import type { LayoutAnswer, LayoutQuestion } from '../layout/question.ts';

/** What commands need of the place they run in: the page in a browser, a stand-in in tests. */
export interface Host {
  /** Brings elements into view and gives the first of them the focus where the map has it. */
  reveal(elements: readonly ElementId[]): void;
  fit(elements?: readonly ElementId[]): void;
  zoom(by: 'in' | 'out' | 'full'): void;
  /** Puts the cursor into the settings panel: on the first text of the element, else its name. */
  focusSettings(): void;
  /** Puts the focus where elements are walked: on the map, or in the outline for whoever works there. */
  focusMap(): void;
  /** Set while somebody works in the outline: puts the focus there. */
  outline?: (() => void) | undefined;
  openFile(): void;
  saveFile(name: string, text: string): void;
  newInteraction(): void;
  writeClipboard(text: string): Promise<void>;
  readClipboard(): Promise<string>;
  layout(question: LayoutQuestion): Promise<LayoutAnswer>;
}
