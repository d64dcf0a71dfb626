import { useCallback, useEffect, useRef, useState } from 'react';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { OpenCopy } from '../saving/open-copy.ts';
import type { SettingsPanelProps } from '../settings/settings-panel.tsx';
import { useEditor } from './editor-context.ts';
import { useKeysHeld } from './use-keys-held.ts';

/** Forms of all kinds, with dates and lists: they come when the map stands. */
export const SettingsPanel = lazyPart<SettingsPanelProps>(
  { what: 'The settings', Waiting: OnTheirWay },
  async () => (await import('../settings/settings-panel.tsx')).SettingsPanel,
);

export interface SettingsSideProps {
  open: OpenCopy;
  /** The map stands. */
  stands: boolean;
}

/** The settings, into which inserting and Enter put the cursor, also where they come a moment later. */
export function SettingsSide({ open, stands }: SettingsSideProps) {
  const editor = useEditor();
  const panel = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState(0);
  const isThere = useRef(false);
  const isAsked = useRef(false);
  isAsked.current = asked > 0;
  useEffect(() => {
    open.host.onFocusSettings = () => setAsked((times) => times + 1);
    if (open.host.wantsSettings) open.host.onFocusSettings();
    open.host.wantsSettings = false;
    return () => {
      open.host.onFocusSettings = undefined;
    };
  }, [open]);
  useEffect(() => {
    if (asked > 0 && isThere.current) putCursor(panel.current);
  }, [asked]);
  // At once: nothing holds the keys any more.
  const come = useCallback(() => {
    isThere.current = true;
    if (isAsked.current) putCursor(panel.current);
  }, []);
  const props: SettingsPanelProps = { isAsked: asked > 0, onThere: come, onLeave: () => setAsked(0) };
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
      {stands ? <SettingsPanel {...props} /> : <OnTheirWay {...props} />}
    </aside>
  );
}

/** On the first field of what is shown. */
function putCursor(panel: HTMLElement | null): void {
  const field = panel?.querySelector<HTMLElement>('[data-tab] :is(input, textarea, button)');
  field?.focus();
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
}

function OnTheirWay({ isAsked, onLeave }: SettingsPanelProps) {
  useKeysHeld(isAsked, onLeave);
  return (
    <div className="designer-settings-coming" aria-busy="true">
      <Skeleton lines={4} height="1.25rem" />
    </div>
  );
}
