import type { MapCamera } from '#map/use-camera.ts';
import type { Host } from '../editor/host.ts';
import { layOut } from '../layout/lay-out.ts';

/** The page's parts that commands reach; each puts itself here while it is on screen. */
export interface PageHost extends Host {
  camera: MapCamera | undefined;
  /** Puts the cursor into the settings of the selected element. */
  onFocusSettings: (() => void) | undefined;
  /** It was asked for while the settings were not on screen. */
  wantsSettings: boolean;
  onOpenFile: (() => void) | undefined;
  onNew: (() => void) | undefined;
}

export function pageHost(): PageHost {
  const host: PageHost = {
    camera: undefined,
    onFocusSettings: undefined,
    wantsSettings: false,
    onOpenFile: undefined,
    onNew: undefined,
    reveal: (elements) => host.camera?.reveal(elements),
    fit: (elements) => requestAnimationFrame(() => host.camera?.fit(elements)),
    zoom: (by) => host.camera?.zoom(by),
    focusSettings() {
      if (host.onFocusSettings) host.onFocusSettings();
      else host.wantsSettings = true;
    },
    focusMap: () => (host.outline ? host.outline() : host.camera?.focus()),
    openFile: () => host.onOpenFile?.(),
    newInteraction: () => host.onNew?.(),
    saveFile,
    writeClipboard: (text) => navigator.clipboard.writeText(text),
    readClipboard: () => navigator.clipboard.readText(),
    layout: layOut,
  };
  return host;
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
