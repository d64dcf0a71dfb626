/** Something about an element that is seen on its card. */
export interface Mark {
  readonly kind: 'error' | 'warning' | 'comment' | 'change-request' | 'target' | 'entry-point';
  readonly count?: number;
  /** In words, for those who hear the map: `2 problems`. */
  readonly label: string;
}

/** What reports lay over the drawing. Colours come from the caller's scale. */
export interface MapOverlays {
  readonly elements?: { readonly [id: string]: ElementOverlay };
  readonly connectors?: { readonly [id: string]: ConnectorOverlay };
}

export interface ElementOverlay {
  /** Any CSS colour: the card's ground. */
  readonly fill?: string;
  /** The colour of words on that ground. */
  readonly ink?: string;
  /** A figure in its unit: `41 s`. */
  readonly label?: string;
  /** The figure with what it is of, for those who hear the map: `Usage: 599`. */
  readonly spoken?: string;
}

export interface ConnectorOverlay {
  /** Pixels. */
  readonly thickness?: number;
  readonly label?: string;
  readonly colour?: string;
}
