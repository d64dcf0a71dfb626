/** @jsxImportSource preact */
import { render } from 'preact';
import { Stage } from './stage.tsx';
import type { StageProps } from './stage-props.ts';

/** Draws the stage into the element's shadow. */
export function drawStage(root: ShadowRoot, props: StageProps): void {
  render(<Stage {...props} />, root);
}
