import type { Interaction } from '#format/interaction.ts';
import type { MapOverlays } from '#map/marks.ts';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';

export type Panel =
  | 'problems'
  | 'variables'
  | 'translations'
  | 'outline'
  | 'preview'
  | 'tests'
  | 'comments'
  | 'versions';

/** How somebody looks at the Interaction; no part of the file and not undone. */
export interface View {
  /** Choices shown as a stack on their Question. */
  readonly folded: boolean;
  readonly panel: Panel | undefined;
  /** The run on the preview panel; a new object begins a new one. */
  readonly preview: { readonly from: ElementId | undefined };
  /** Something of an element is to be mended at this path of the file; a new object asks anew. */
  readonly mending: { readonly element: ElementId; readonly path: string } | undefined;
  /** All tests were asked to run; a new object asks anew. */
  readonly runTests: object | undefined;
  /** What a panel lays over the map. */
  readonly overlays: MapOverlays | undefined;
  /** The language that texts are shown and edited in. */
  readonly language: string;
}

/** What stands open in front of the map. */
export type Dialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'publish' }
  | { readonly kind: 'go-to' }
  /** Choosing what to insert after an element, or on the spot where a connector was dropped. */
  | {
      readonly kind: 'quick-add';
      readonly after: readonly ElementId[];
      readonly exit?: string | undefined;
      readonly on?: ConnectorId | undefined;
      readonly at?: readonly [number, number] | undefined;
    }
  /** Choosing where an exit leads. */
  | { readonly kind: 'connect'; readonly from: ElementId; readonly exit?: string | undefined }
  /** The exit leads somewhere already. */
  | { readonly kind: 'second-connector'; readonly from: ElementId; readonly exit: string; readonly to: ElementId }
  /** Giving an element another name, in its place. */
  | { readonly kind: 'rename'; readonly element: ElementId; readonly on: 'map' | 'outline' };

export interface EditorState {
  readonly interaction: Interaction;
  readonly selected: readonly ElementId[];
  readonly connector: ConnectorId | undefined;
  readonly dialog: Dialog | undefined;
  /** The newest message to the person, announced politely. */
  readonly said: string;
  /** Counts messages: one that is the same as the one before is a new one. */
  readonly sayings: number;
  readonly view: View;
  /** Counts changes of the document, whoever made them. */
  readonly edits: number;
}
