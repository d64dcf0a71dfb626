import { Replace } from 'lucide-react';
import type { ElementType } from '#contract/element-type.ts';
import { graphOf } from '#format/graph.ts';
import { iconNamed } from '#map/icons.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { branchingTypes, branchTo, nameOf, onlyExit, replaceTarget } from '../commands/connect.ts';
import type { Dialog as Wish } from '../editor/state.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';

/** The way out leads somewhere already: lead it elsewhere, or part the ways. */
export function SecondConnector({ wish: { from, exit, to } }: { wish: Extract<Wish, { kind: 'second-connector' }> }) {
  const editor = useEditor();
  const interaction = useInteraction();
  const only = onlyExit(editor, from);
  const old = graphOf(interaction)
    .from(from)
    .find((connector) => (connector.exit ?? only) === exit)?.to;
  const close = () => editor.show(undefined);
  const branch = (type: ElementType) => {
    close();
    branchTo(editor, type, from, exit, to);
  };
  return (
    <Dialog title="This way out leads somewhere already" size="small" isOpen onClose={close}>
      <p>
        “{nameOf(editor, from)}” goes on to “{old === undefined ? '' : nameOf(editor, old)}”. A way out leads to one
        element; to choose between that and “{nameOf(editor, to)}”, put a branch between.
      </p>
      <div className="designer-ways">
        <Button
          icon={<Replace />}
          onPress={() => {
            close();
            replaceTarget(editor, from, exit, to);
          }}
        >
          Replace: lead to “{nameOf(editor, to)}”
        </Button>
        {branchingTypes(editor).map((type) => {
          const Icon = iconNamed(type.icon);
          return (
            <Button key={type.type} icon={<Icon />} onPress={() => branch(type)}>
              Insert a {type.title} that leads to both
            </Button>
          );
        })}
      </div>
    </Dialog>
  );
}
