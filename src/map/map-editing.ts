import type { ConnectorId, ElementId } from '#prelude/ids.ts';

type Point = readonly [number, number];

/** What a pointer did on the map, in the words of the matter. The map itself changes nothing. */
export interface MapEditing {
  /** The card whose name is being edited. */
  readonly renaming: ElementId | undefined;
  /** A way out that was pressed and waits for its target. */
  readonly connecting: { readonly from: ElementId; readonly exit: string } | undefined;
  onRenamed(element: ElementId, name: string | undefined): void;
  onRename(element: ElementId): void;
  onPortPressed(element: ElementId, exit: string): void;
  /** A press on a card while {@link connecting}. */
  onTargetPressed(element: ElementId): void;
  onConnect(from: ElementId, exit: string, to: ElementId): void;
  /** A connector was let go over nothing; `at` in the map's coordinates. */
  onConnectToNothing(from: ElementId, exit: string, at: Point): void;
  onMoved(positions: { readonly [id: ElementId]: Point }): void;
  /** A single card was let go on a connector that it does not belong to. */
  onDroppedOnConnector(element: ElementId, connector: ConnectorId, at: Point): void;
  /** Something from a menu or toolbar was dropped: on a connector, or on nothing. */
  onInsert(type: string, at: Point, on: ConnectorId | undefined): void;
  onEmptyDoubleClick(at: Point): void;
  onEmptyClick(at: Point): void;
}

/** The kind of data that a dragged element type carries. */
export const DRAGGED_TYPE = 'application/x-waymark-element-type';
