import { X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { worstFirst } from '#checks/worst-first.ts';
import type { ElementId } from '#prelude/ids.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Splitter } from '#ui/splitter.tsx';
import { DIALOG_PARTS, Dialogs } from '../dialogs/dialogs.tsx';
import type { OpenCopy } from '../saving/open-copy.ts';
import { AccountKnownProvider } from '../server/account-known.tsx';
import { useCalledProblems } from '../server/called-problems.ts';
import { usePublishedTalk } from '../server/use-published-talk.ts';
import { Dock, PANEL_PARTS, Rail } from './dock.tsx';
import { EditorBar } from './editor-bar.tsx';
import { useEditor, useEditorState, useInteraction } from './editor-context.ts';
import { EmptyMap } from './empty-map.tsx';
import { fetchAhead } from './fetch-ahead.ts';
import { InsertToolbar } from './insert-toolbar.tsx';
import { MapPane } from './map-pane.tsx';
import { NotKept } from './not-kept.tsx';
import { ProblemsProvider } from './problems-context.ts';
import { SettingsPanel, SettingsSide } from './settings-side.tsx';
import { useClipboard } from './use-clipboard.ts';
import { useMarks, useProblems } from './use-problems.ts';
import { useSaved } from './use-saved.ts';
import { useWideEnough } from './use-wide-enough.ts';
import './editor-screen.css';

const SETTINGS = { initial: 336, min: 280, max: 640 };
const DOCK = { initial: 340, min: 260, max: 720 };

/** The whole page of an open Interaction. First comes the map; all that is not needed for it is fetched when it stands. */
export function EditorScreen({ open }: { open: OpenCopy }) {
  const [stands, setStands] = useState(false);
  const painted = useCallback(() => setStands(true), []);
  useEffect(() => (stands ? fetchAhead([SettingsPanel, ...DIALOG_PARTS, ...PANEL_PARTS]) : undefined), [stands]);
  return (
    <AccountKnownProvider account={stands ? open.copy.server?.account : undefined}>
      <Screen open={open} stands={stands} onPainted={painted} />
    </AccountKnownProvider>
  );
}

interface ScreenProps {
  open: OpenCopy;
  stands: boolean;
  onPainted: () => void;
}

/** Head, panels, map, settings. */
function Screen({ open, stands, onPainted }: ScreenProps) {
  const { id } = useInteraction();
  const [settings, setSettings] = useState(SETTINGS.initial);
  const [dock, setDock] = useState(DOCK.initial);
  const [current, setCurrent] = useState<ElementId | undefined>(undefined);
  const panel = useEditorState((state) => state.view.panel);
  const isWide = useWideEnough();
  const account = open.copy.server?.account;
  const own = useProblems(stands);
  const called = useCalledProblems(stands ? account : undefined);
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
      <MapPane host={open.host} marks={marks} current={current} onPainted={onPainted} />
      <InsertToolbar />
      <EmptyMap />
    </div>
  );
  const side = (
    <ProblemsProvider value={problems}>
      <SettingsSide open={open} stands={stands} />
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

/** Says what was done, quietly: one message at a time, each in an element of its own, so that the same is said again. */
function Announcer() {
  const said = useEditorState((state) => state.said);
  const sayings = useEditorState((state) => state.sayings);
  return (
    <div className="designer-said" role="status">
      {said === '' ? null : <p key={sayings}>{said}</p>}
    </div>
  );
}
