/** A rectangle of the map, in its own coordinates. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is seen of the map: where it is looked at, and through which window. Pixels. */
export interface Eye {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** What must be drawn for what is seen. The same object as long as nothing else must be. */
export interface Sight {
  /** The small print of cards is left out. */
  readonly isFar: boolean;
  /** What is seen and some room around it; undefined while there is no window. */
  readonly region: Region | undefined;
}

/** Below this zoom the small print of cards cannot be read. */
const FAR = 0.55;

/** Of the window's sides, kept ready on each side: cards come into being before they come into view. */
const AROUND = 0.5;

/** A region that shows less than this share of its width is too large: the view has come nearer. */
const LEAST_SHARE = 0.25;

export function viewOf({ x, y, zoom, width, height }: Eye): Region {
  return { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom };
}

/** The sight of an eye that had this one before. */
export function sightOf(before: Sight, eye: Eye): Sight {
  const isFar = eye.zoom < FAR;
  if (eye.width === 0 || eye.height === 0) {
    return before.region === undefined && before.isFar === isFar ? before : { isFar, region: undefined };
  }
  const view = viewOf(eye);
  const region = before.region && fits(before.region, view) ? before.region : around(view);
  return region === before.region && isFar === before.isFar ? before : { isFar, region };
}

export function meets(one: Region, other: Region): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

function fits(region: Region, view: Region): boolean {
  const isInside =
    view.left >= region.left && view.right <= region.right && view.top >= region.top && view.bottom <= region.bottom;
  return isInside && view.right - view.left > LEAST_SHARE * (region.right - region.left);
}

function around({ left, top, right, bottom }: Region): Region {
  const x = (right - left) * AROUND;
  const y = (bottom - top) * AROUND;
  return { left: left - x, top: top - y, right: right + x, bottom: bottom + y };
}
