import { createContext, useContext } from 'react';
import type { ElementId } from '#prelude/ids.ts';
import type { MapOverlays, Mark } from './marks.ts';

/** What cards and lines ask beyond their own data. A change of it draws every visible card again. */
export interface MapSurroundings {
  readonly marks: ReadonlyMap<ElementId, readonly Mark[]>;
  readonly overlays: MapOverlays;
  /** Where a run stands now. */
  readonly current: ElementId | undefined;
  /** The card that has the keyboard. */
  readonly active: ElementId | undefined;
  readonly canEdit: boolean;
  readonly renaming: ElementId | undefined;
  onRenamed(element: ElementId, name: string | undefined): void;
  onPortPressed(element: ElementId, exit: string): void;
}

export const MapContext = createContext<MapSurroundings>({
  marks: new Map(),
  overlays: {},
  current: undefined,
  active: undefined,
  canEdit: false,
  renaming: undefined,
  onRenamed: () => {},
  onPortPressed: () => {},
});

export function useMap(): MapSurroundings {
  return useContext(MapContext);
}
