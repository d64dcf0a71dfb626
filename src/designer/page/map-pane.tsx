import { useMemo, useState } from 'react';
import { drawingOf } from '#map/drawing.ts';
import { InteractionMap } from '#map/interaction-map.tsx';
import type { MapEditing } from '#map/map-editing.ts';
import type { Mark } from '#map/marks.ts';
import type { ElementId } from '#prelude/ids.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { canConnect, connect } from '../commands/connect.ts';
import { dropOnConnector } from '../commands/drop-on-connector.ts';
import { insertElement } from '../commands/insert-element.ts';
import { moveElements } from '../commands/move.ts';
import { renameElement } from '../commands/rename.ts';
import { useThingNames } from '../server/account-known.tsx';
import { useEditor, useEditorState, useInteraction } from './editor-context.ts';
import type { PageHost } from './page-host.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { ZoomBar } from './zoom-bar.tsx';

const CoverageBar = lazyPart(
  { what: 'What the colours mean' },
  async () => (await import('../panels/tests/coverage-bar.tsx')).CoverageBar,
);

export interface MapPaneProps {
  host: PageHost;
  marks: ReadonlyMap<ElementId, readonly Mark[]>;
  /** Where the preview stands. */
  current: ElementId | undefined;
  /** The map was painted for the first time. */
  onPainted: () => void;
}

/** The map in the middle of the page, with everything a pointer can do on it. */
export function MapPane({ host, marks, current, onPainted }: MapPaneProps) {
  const editor = useEditor();
  const interaction = useInteraction();
  const selected = useEditorState((state) => state.selected);
  const connector = useEditorState((state) => state.connector);
  const dialog = useEditorState((state) => state.dialog);
  const { folded, language, overlays } = useEditorState((state) => state.view);
  const [connecting, setConnecting] = useState<MapEditing['connecting']>(undefined);
  const keyDown = useShortcuts();
  const nameOf = useThingNames();

  const drawing = useMemo(
    () => drawingOf(interaction, editor.catalog, { folded, language, nameOf }),
    [interaction, editor.catalog, folded, language, nameOf],
  );

  const renaming = dialog?.kind === 'rename' && dialog.on === 'map' ? dialog.element : undefined;
  const editing = useMemo((): MapEditing => {
    /** A folded option's way out is named by the option itself. */
    const end = (from: ElementId, exit: string) =>
      Object.hasOwn(editor.interaction.elements, exit) ? { from: exit as ElementId, exit: undefined } : { from, exit };
    return {
      renaming,
      connecting,
      onRename: (element) => editor.show({ kind: 'rename', element, on: 'map' }),
      onRenamed(element, name) {
        if (editor.state.dialog?.kind !== 'rename') return;
        editor.show(undefined);
        if (name !== undefined) renameElement(editor, element, name);
        host.camera?.focus();
      },
      onPortPressed(from, exit) {
        setConnecting({ from, exit });
        editor.say('Press the element to connect to, or an empty place to insert one there; Escape stops');
      },
      onTargetPressed(to) {
        if (!connecting) return;
        setConnecting(undefined);
        const { from, exit } = end(connecting.from, connecting.exit);
        connect(editor, from, exit, to);
      },
      onConnect(source, name, to) {
        const { from, exit } = end(source, name);
        const possible = canConnect(editor, from, exit, to);
        if (possible.ok) connect(editor, from, exit, to);
        else editor.say(possible.error);
      },
      onConnectToNothing(source, name, at) {
        const { from, exit } = end(source, name);
        editor.show({ kind: 'quick-add', after: [from], exit, at });
      },
      onMoved: (positions) => moveElements(editor, positions, 'Move'),
      onDroppedOnConnector: (element, on, at) => dropOnConnector(editor, element, on, at),
      onInsert(name, at, on) {
        const type = editor.catalog.get(name);
        if (type) insertElement(editor, type, on === undefined ? { at, after: [] } : { on, at, after: [] });
      },
      onEmptyDoubleClick: (at) => editor.show({ kind: 'quick-add', after: [], at }),
      onEmptyClick(at) {
        if (connecting) {
          const { from, exit } = end(connecting.from, connecting.exit);
          setConnecting(undefined);
          editor.show({ kind: 'quick-add', after: [from], exit, at });
        } else editor.select([]);
      },
    };
  }, [editor, host, renaming, connecting]);

  return (
    <InteractionMap
      drawing={drawing}
      label={`Map of ${interaction.name}. Arrow keys move, Enter edits, ? shows all keys.`}
      selected={selected}
      connector={connector}
      current={current}
      marks={marks}
      {...(overlays ? { overlays } : {})}
      editing={editing}
      onSelect={(ids) => editor.select(ids)}
      onSelectConnector={(id) => editor.selectConnector(id)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && connecting) setConnecting(undefined);
        else keyDown(event);
      }}
      onPainted={onPainted}
      onCamera={(camera) => {
        const isFirst = host.camera === undefined;
        host.camera = camera;
        // Whoever opens an Interaction can begin with keys at once.
        if (isFirst && document.activeElement === document.body) camera.focus();
      }}
    >
      <ZoomBar />
      {overlays ? <CoverageBar /> : null}
    </InteractionMap>
  );
}
