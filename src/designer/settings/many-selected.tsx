import type { ElementId } from '#prelude/ids.ts';
import { Button } from '#ui/button.tsx';
import { commandsFor } from '../commands/table.ts';
import { useEditor, useEditorState } from '../page/editor-context.ts';

const ACTS = ['duplicate', 'copy', 'align-column', 'align-row', 'distribute-down', 'tidy', 'delete'];

/** What can be done with several elements at once. */
export function ManySelected({ ids }: { ids: readonly ElementId[] }) {
  const editor = useEditor();
  useEditorState((state) => state.edits);
  const commands = commandsFor(editor.catalog);
  return (
    <>
      <div className="settings-head">
        <h2>{ids.length} elements</h2>
      </div>
      <div className="settings-fields settings-acts">
        {ACTS.map((id) => {
          const command = commands.find((candidate) => candidate.id === id);
          return command ? (
            <Button
              key={id}
              variant={id === 'delete' ? 'danger' : 'secondary'}
              isDisabled={!(command.enabled?.(editor) ?? true)}
              onPress={() => command.run(editor)}
            >
              {command.title}
            </Button>
          ) : null;
        })}
      </div>
    </>
  );
}
