import { ChevronDown, Play, Plus, Redo2, Undo2, Upload } from 'lucide-react';
import { useState } from 'react';
import { iconNamed } from '#map/icons.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, type MenuEntry } from '#ui/menu.tsx';
import { ProductMark } from '#ui/shell/product-mark.tsx';
import { changeInteraction } from '../commands/change-settings.ts';
import type { Command } from '../commands/command.ts';
import { commandsFor } from '../commands/table.ts';
import { useWho } from '../server/who.tsx';
import { useEditor, useEditorState } from './editor-context.ts';

export interface EditorBarProps {
  /** Where the edits are: `Saved in this browser`. */
  saved: string;
  /** The same where it is not as it should be; said aloud, which each saved edit need not be. */
  unsaved: string;
}

/** The head of the editor: what it is, whether it is kept, and the acts that matter most. */
export function EditorBar({ saved, unsaved }: EditorBarProps) {
  const editor = useEditor();
  useEditorState((state) => state.edits);
  // An undo whose properties were all changed since turns the history, but not the document.
  const undoable = useEditorState(() => editor.history.undoable);
  const redoable = useEditorState(() => editor.history.redoable);
  const isAlone = useWho().kind !== 'signed-in';
  return (
    <div className="designer-bar">
      {isAlone ? <ProductMark href="/designer" /> : null}
      <InteractionName />
      <span className="designer-saved">{saved}</span>
      <span className="wm-hidden" role="status">
        {unsaved}
      </span>
      <span className="designer-bar-gap" />
      <IconButton
        label={undoable ? `Undo: ${undoable.name}` : 'Undo'}
        shortcut="Mod+Z"
        icon={<Undo2 />}
        isDisabled={!undoable}
        onPress={() => editor.undo()}
      />
      <IconButton
        label={redoable ? `Redo: ${redoable.name}` : 'Redo'}
        shortcut="Mod+Shift+Z"
        icon={<Redo2 />}
        isDisabled={!redoable}
        onPress={() => editor.redo()}
      />
      <Menu trigger={<Button icon={<Plus />}>Insert</Button>} label="Insert" entries={insertEntries(editor)} />
      <Menu
        placement="bottom end"
        trigger={<IconButton label="More" icon={<ChevronDown />} />}
        label="More"
        entries={moreEntries(commandsFor(editor.catalog), editor)}
      />
      <Button icon={<Play />} onPress={() => editor.look({ panel: 'preview', preview: { from: undefined } })}>
        Preview
      </Button>
      <Button variant="primary" icon={<Upload />} onPress={() => editor.show({ kind: 'publish' })}>
        Publish
      </Button>
    </div>
  );
}

function InteractionName() {
  const editor = useEditor();
  const name = useEditorState((state) => state.interaction.name);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const end = () => {
    const wanted = typed?.trim() ?? '';
    if (wanted !== '' && wanted !== name) changeInteraction(editor, ['name'], wanted, 'Name');
    setTyped(undefined);
  };
  return (
    <>
      <h1 className="wm-hidden">{name}</h1>
      <input
        className="designer-name"
        aria-label="Name of the Interaction"
        maxLength={200}
        value={typed ?? name}
        size={Math.max(8, Math.min(36, (typed ?? name).length))}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={end}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setTyped(undefined);
        }}
      />
    </>
  );
}

function insertEntries(editor: ReturnType<typeof useEditor>): readonly MenuEntry[] {
  return commandsFor(editor.catalog)
    .filter((command) => command.group === 'Insert' && command.id.startsWith('insert-'))
    .map((command) => {
      const type = editor.catalog.get(command.id.slice('insert-'.length));
      const Icon = iconNamed(type?.icon ?? '');
      return { ...entry(command, editor), label: type?.title ?? command.title, icon: <Icon /> };
    });
}

const MORE = ['new', 'open-file', 'save-file', '', 'tidy', 'full-layout', 'fold-choices', '', 'palette', 'shortcuts'];

function moreEntries(commands: readonly Command[], editor: ReturnType<typeof useEditor>): readonly MenuEntry[] {
  return MORE.flatMap((id, index): MenuEntry[] => {
    if (id === '') return [{ kind: 'separator', id: `separator-${index}` }];
    const command = commands.find((candidate) => candidate.id === id);
    return command ? [entry(command, editor)] : [];
  });
}

function entry(command: Command, editor: ReturnType<typeof useEditor>) {
  return {
    kind: 'action' as const,
    id: command.id,
    label: command.title,
    shortcut: command.keys?.[0],
    isDisabled: !(command.enabled?.(editor) ?? true),
    onAction: () => command.run(editor),
  };
}
