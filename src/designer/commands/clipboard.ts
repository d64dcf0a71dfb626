import { CARD_WIDTH } from '#map/card-size.ts';
import { ROW_GAP } from '#map/spacing.ts';
import type { ElementId } from '#prelude/ids.ts';
import { type Clip, clipOf, putClip, readClip } from '../editor/clip.ts';
import type { Editor } from '../editor/editor.ts';
import { addOptions, askingElement } from './add-option.ts';
import { type Command, hasSelection } from './command.ts';
import { deleteElements } from './delete.ts';

/** The text that stands for the selected elements on the clipboard. */
export function clipboardText(editor: Editor): string {
  return JSON.stringify(clipOf(editor.interaction, editor.state.selected), null, 2);
}

/**
 * Takes what the clipboard holds: elements, under new ids; or lines of text, which become the options of the selected
 * element that asks.
 */
export function pasteText(editor: Editor, text: string): void {
  const clip = readClip(text, editor.catalog);
  if (clip) {
    const count = Object.keys(clip.elements).length;
    editor.edit(count === 1 ? 'Paste element' : `Paste ${count} elements`, (draft) =>
      putClip(draft, clip, freeOffset(editor, clip)),
    );
    editor.host.reveal(editor.state.selected);
    return;
  }
  pasteLines(editor, text);
}

const MOST_LINES = 200;

function pasteLines(editor: Editor, text: string): void {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*([-*•]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
  const asking = askingElement(editor);
  if (lines.length === 0) return;
  if (asking === undefined) {
    editor.say('Select a Question first: each line of the text becomes one of its Choices');
    return;
  }
  editor.edit(lines.length === 1 ? 'Paste a Choice' : `Paste ${lines.length} Choices`, (draft) =>
    addOptions(draft, asking, lines),
  );
  editor.host.reveal(editor.state.selected);
}

/** To the right of or below itself until no pasted card covers another one exactly. */
function freeOffset(editor: Editor, clip: Clip): readonly [number, number] {
  const taken = new Set(
    Object.values(editor.interaction.layout.positions).map((at: readonly [number, number]) => at.join()),
  );
  const places = Object.values(clip.positions);
  let offset = 0;
  const covers = () => places.some(([x, y]) => taken.has([x + offset, y + offset].join()));
  while (covers()) offset += ROW_GAP;
  return [offset, offset];
}

function duplicate(editor: Editor, ids: readonly ElementId[]): void {
  const clip = clipOf(editor.interaction, ids);
  editor.edit(ids.length === 1 ? 'Duplicate' : `Duplicate ${ids.length} elements`, (draft) =>
    putClip(draft, clip, [CARD_WIDTH / 4, CARD_WIDTH / 3]),
  );
  editor.host.reveal(editor.state.selected);
}

export const duplicateSelected: Command = {
  id: 'duplicate',
  title: 'Duplicate',
  group: 'Edit',
  keys: ['Mod+D'],
  enabled: hasSelection,
  run: (editor) => duplicate(editor, editor.state.selected),
};

export const copy: Command = {
  id: 'copy',
  title: 'Copy',
  group: 'Edit',
  keys: ['Mod+C'],
  enabled: hasSelection,
  run(editor) {
    const count = editor.state.selected.length;
    void editor.host
      .writeClipboard(clipboardText(editor))
      .then(() => editor.say(`Copied ${count} ${count === 1 ? 'element' : 'elements'}`));
  },
};

export const cut: Command = {
  id: 'cut',
  title: 'Cut',
  group: 'Edit',
  keys: ['Mod+X'],
  enabled: hasSelection,
  run(editor) {
    const ids = editor.state.selected;
    void editor.host
      .writeClipboard(clipboardText(editor))
      .then(() => deleteElements(editor, ids, ids.length === 1 ? 'Cut element' : `Cut ${ids.length} elements`));
  },
};

export const paste: Command = {
  id: 'paste',
  title: 'Paste',
  group: 'Edit',
  keys: ['Mod+V'],
  run(editor) {
    void editor.host.readClipboard().then((text) => pasteText(editor, text));
  },
};
