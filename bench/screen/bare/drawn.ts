/** The drawing that all maps are measured with, as plain boxes and lines. */
export interface Drawn {
  readonly boxes: readonly DrawnBox[];
  readonly lines: readonly DrawnLine[];
}

export interface DrawnBox {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** What every map is looked at through in the beginning: the first box to the left, in the middle of the height. */
export const NEAR = 0.75;
export const LEAST_ZOOM = 0.03;

export async function readDrawn(): Promise<Drawn> {
  return (await fetch(`/drawn-${new URLSearchParams(location.search).get('elements')}.json`)).json();
}
