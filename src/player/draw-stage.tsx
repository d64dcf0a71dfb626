/** @jsxImportSource preact */
import { render } from 'preact';
import { Stage, type StageProps } from './stage.tsx';

/** Draws the stage into the element's shadow. */
export function drawStage(root: ShadowRoot, props: StageProps): void {
  render(<Stage {...props} />, root);
}
