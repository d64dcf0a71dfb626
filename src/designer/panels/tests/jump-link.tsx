import type { ReactNode } from 'react';
import { topOf } from '#contract/element-path.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { goToElement } from '../../editor/go-to-element.ts';
import { useEditor, useInteraction } from '../../page/editor-context.ts';

/** An element by its name, which leads to it on the map; what is within another Interaction leads to its caller. */
export function JumpLink({ at, children }: { at: ElementPath; children?: ReactNode }) {
  const editor = useEditor();
  const { elements } = useInteraction();
  const id = topOf(at);
  const element = elements[id];
  if (!element) return <span className="panel-muted">{at}</span>;
  return (
    <button type="button" className="panel-jump" onClick={() => goToElement(editor, id)}>
      {children ?? element.name}
    </button>
  );
}
