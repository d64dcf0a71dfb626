/** @jsxImportSource preact */
import { render } from 'preact';

export function renderStage(root: ShadowRoot): void {
  render(<p>Waymark player</p>, root);
}
