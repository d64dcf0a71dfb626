import { X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { worstFirst } from '#checks/registry.ts';
import type { ElementId } from '#prelude/ids.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Splitter } from '#ui/splitter.tsx';
import { Dialogs } from '../dialogs/dialogs.tsx';
import type { OpenCopy } from '../saving/open-copy.ts';
import { useCalledProblems } from '../server/called-problems.ts';
import { usePublishedTalk } from '../server/use-published-talk.ts';
import { ProblemsProvider } from '../settings/problem-places.ts';
import { SettingsPanel } from '../settings/settings-panel.tsx';
import { Dock, Rail } from './dock.tsx';
import { EditorBar } from './editor-bar.tsx';
import { useEditor, useEditorState, useInteraction } from './editor-context.ts';
import { EmptyMap } from './empty-map.tsx';
import { InsertToolbar } from './insert-toolbar.tsx';
import { MapPane } from './map-pane.tsx';
import { NotKept } from './not-kept.tsx';
import { useClipboard } from './use-clipboard.ts';
import { useMarks, useProblems } from './use-problems.ts';
import { useSaved } from './use-saved.ts';
import { useWideEnough } from './use-wide-enough.ts';
import './editor-screen.css';

const SETTINGS = { initial: 336, min: 280, max: 640 };
const DOCK = { initial: 340, min: 260, max: 720 };

/** The whole page of an open Interaction: head, panels, map, settings. */
export function EditorScreen({ open }: { open: OpenCopy }) {
  const { id } = useInteraction();
  const [settings, setSettings] = useState(SETTINGS.initial);
  const [dock, setDock] = useState(DOCK.initial);
  const [current, setCurrent] = useState<ElementId | undefined>(undefined);
  const panel = useEditorState((state) => state.view.panel);
  const isWide = useWideEnough();
  const account = open.copy.server?.account;
  const own = useProblems();
  const called = useCalledProblems(account);
  const problems = useMemo(() => [...own, ...called].toSorted(worstFirst), [own, called]);
  const talk = usePublishedTalk(account, id);
  const marks = useMarks(problems, requestsByElement(talk.requests));
  const saved = useSaved(open);
  useClipboard();

  const map = (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the map within is worked on
    <div
      className="designer-map"
      onFocus={() => {
        open.host.outline = undefined;
      }}
    >
      <MapPane host={open.host} marks={marks} current={current} />
      <InsertToolbar />
      <EmptyMap />
    </div>
  );
  const side = (
    <ProblemsProvider value={problems}>
      <SettingsSide open={open} />
    </ProblemsProvider>
  );
  const follow = useCallback(
    (element: ElementId | undefined) => {
      setCurrent(element);
      if (element !== undefined) open.host.reveal([element]);
    },
    [open],
  );
  const panelView = <Dock problems={problems} talk={talk} account={account} onCurrent={follow} />;
  const middle = isWide ? (
    <Splitter
      label="Width of the settings"
      sized="second"
      size={settings}
      {...SETTINGS}
      onSize={setSettings}
      first={map}
      second={side}
    />
  ) : (
    <Narrow map={map} side={side} panel={panel === undefined ? null : panelView} />
  );
  return (
    <div className="designer">
      <EditorBar saved={saved.words} unsaved={saved.trouble} />
      <NotKept kept={saved.kept} />
      <div className="designer-body">
        <Rail
          problems={problems}
          talk={talk.requests.length + talk.comments.filter(({ resolved }) => !resolved).length}
        />
        {isWide ? (
          <Splitter
            label={`Width of the ${panel ?? ''} panel`}
            sized="first"
            size={dock}
            {...DOCK}
            onSize={setDock}
            first={panel === undefined ? null : panelView}
            second={middle}
          />
        ) : (
          middle
        )}
      </div>
      <Dialogs />
      <Announcer />
    </div>
  );
}

function requestsByElement(requests: readonly { readonly element: string | null }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { element } of requests) if (element !== null) counts.set(element, (counts.get(element) ?? 0) + 1);
  return counts;
}

/** The settings, into which inserting and Enter put the cursor. */
function SettingsSide({ open }: { open: OpenCopy }) {
  const editor = useEditor();
  const panel = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    open.host.onFocusSettings = () => setAsked((times) => times + 1);
    if (open.host.wantsSettings) open.host.onFocusSettings();
    open.host.wantsSettings = false;
    return () => {
      open.host.onFocusSettings = undefined;
    };
  }, [open]);
  useEffect(() => {
    if (asked === 0) return;
    const field = panel.current?.querySelector<HTMLElement>('[data-tab] :is(input, textarea, button)');
    field?.focus();
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
  }, [asked]);
  return (
    <aside
      ref={panel}
      className="designer-settings"
      aria-label="Settings"
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        const { target } = event;
        const isLine = target instanceof HTMLInputElement && target.type === 'text' && target.role !== 'combobox';
        if (event.key !== 'Escape' && !(event.key === 'Enter' && isLine)) return;
        event.preventDefault();
        editor.host.focusMap();
      }}
    >
      <SettingsPanel />
    </aside>
  );
}

/** Where there is no room side by side, settings and panels lie over the lower part of the map. */
function Narrow({ map, side, panel }: { map: ReactNode; side: ReactNode; panel: ReactNode }) {
  const editor = useEditor();
  const isSelected = useEditorState((state) => state.selected.length > 0);
  const sheet = panel ?? (isSelected ? side : null);
  return (
    <div className="designer-narrow">
      {map}
      {sheet === null ? null : (
        <div className="designer-sheet">
          {panel === null ? (
            <div className="designer-sheet-close">
              <IconButton label="Close settings" size="small" icon={<X />} onPress={() => editor.select([])} />
            </div>
          ) : null}
          {sheet}
        </div>
      )}
    </div>
  );
}

/** Says what was done, quietly: one message at a time. */
function Announcer() {
  const said = useEditorState((state) => state.said);
  return (
    <div className="designer-said" role="status">
      {said === '' ? null : <p key={said}>{said}</p>}
    </div>
  );
}
