import { ListTree } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { iconNamed } from '#map/icons.ts';
import type { ElementId } from '#prelude/ids.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Tree, type TreeNode } from '#ui/tree.tsx';
import { renameElement } from '../commands/rename.ts';
import { useEditor, useEditorState, useInteraction } from '../page/editor-context.ts';
import { isField, useShortcuts } from '../page/use-shortcuts.ts';
import { type OutlineNode, outlineOf } from './outline-tree.ts';

/** Keys that move within the tree; all others are the map's. */
const OF_TREE = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Tab', ' ']);

/** The Interaction as a tree in which everything can be done that the map can. */
export function OutlinePanel() {
  const editor = useEditor();
  const interaction = useInteraction();
  const selected = useEditorState((state) => state.selected);
  const dialog = useEditorState((state) => state.dialog);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const shortcut = useShortcuts();
  const roots = useMemo(() => outlineOf(interaction, editor.catalog), [interaction, editor.catalog]);
  const branches = useMemo(() => branchIds(roots), [roots]);

  function treeNode(node: OutlineNode): TreeNode {
    const element = interaction.elements[node.element];
    const type = element && editor.catalog.get(element.type);
    const Icon = iconNamed(type?.icon ?? '');
    const name = `${type?.title ?? 'Element'}: ${element?.name ?? node.element}`;
    const by = node.by === '' ? '' : `${node.by} → `;
    return {
      id: node.id,
      label: node.isRepeated ? `${by}goes on at ${name}` : `${by}${name}`,
      icon: <Icon aria-hidden="true" />,
      ...(interaction.start === node.element && !node.isRepeated ? { trailing: 'Start' } : {}),
      ...(node.children.length > 0 ? { children: node.children.map(treeNode) } : {}),
    };
  }

  const keyDown = (event: KeyboardEvent) => {
    if (isField(event.target) || OF_TREE.has(event.key)) return;
    const [only, second] = selected;
    if (event.key === 'F2' && only !== undefined && second === undefined) {
      event.preventDefault();
      event.stopPropagation();
      editor.show({ kind: 'rename', element: only, on: 'outline' });
    } else shortcut(event);
  };
  const place = useRef<HTMLDivElement>(null);
  const come = () => {
    // Whoever works here comes back here from settings and dialogs, not to the map.
    editor.host.outline = () => place.current?.querySelector<HTMLElement>('[role=treegrid]')?.focus();
  };
  useEffect(
    () => () => {
      editor.host.outline = undefined;
    },
    [editor],
  );
  const elementOf = (id: string) => (id.includes('>') ? id.slice(id.lastIndexOf('>') + 1) : id) as ElementId;
  const renaming = dialog?.kind === 'rename' && dialog.on === 'outline' ? dialog.element : undefined;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus are those of the tree within
    <div ref={place} className="panel-outline" onKeyDownCapture={keyDown} onFocus={come}>
      {renaming === undefined ? null : <RenameField key={renaming} id={renaming} />}
      <Tree
        label="Outline"
        nodes={roots.map(treeNode)}
        hasManySelected
        expandedIds={new Set([...branches].filter((id) => !closed.has(id)))}
        onExpand={(open) => setClosed(new Set([...branches].filter((id) => !open.has(id))))}
        selectedIds={new Set<string>(selected)}
        onSelect={(ids) => {
          const elements = [...new Set([...ids].map(elementOf))];
          editor.select(elements);
          editor.host.reveal(elements);
        }}
        onOpen={(id) => {
          editor.select([elementOf(id)]);
          editor.host.focusSettings();
        }}
        empty={
          <EmptyState
            icon={<ListTree />}
            title="No elements yet"
            action={
              <Button onPress={() => editor.show({ kind: 'quick-add', after: [] })}>Insert the first element</Button>
            }
          />
        }
      />
      <p className="panel-muted">A inserts after the selected element, L connects it, F2 renames, Delete deletes.</p>
    </div>
  );
}

function RenameField({ id }: { id: ElementId }) {
  const editor = useEditor();
  const name = useInteraction().elements[id]?.name ?? '';
  const [typed, setTyped] = useState(name);
  const end = (keep: boolean) => {
    editor.show(undefined);
    if (keep) renameElement(editor, id, typed);
  };
  return (
    <TextField
      label={`Name of ${name}`}
      autoFocus
      value={typed}
      onChange={setTyped}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(true);
        if (event.key === 'Escape') end(false);
      }}
    />
  );
}

function branchIds(nodes: readonly OutlineNode[]): ReadonlySet<string> {
  const ids = new Set<string>();
  const walk = (list: readonly OutlineNode[]) => {
    for (const node of list) {
      if (node.children.length > 0) ids.add(node.id);
      walk(node.children);
    }
  };
  walk(nodes);
  return ids;
}
