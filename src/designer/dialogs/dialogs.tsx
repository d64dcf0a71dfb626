import type { ComponentType } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog as Window } from '#ui/dialog.tsx';
import { lazyPart, type NotThereProps } from '#ui/lazy-part.tsx';
import { words } from '#ui/words.ts';
import type { Dialog } from '../editor/state.ts';
import { useEditor, useEditorState } from '../page/editor-context.ts';
import { useKeysHeld } from '../page/use-keys-held.ts';

const Palette = dialog('The list of commands', async () => (await import('./palette.tsx')).Palette);
const QuickAdd = dialog('The list of element types', async () => (await import('./quick-add.tsx')).QuickAdd);
const ConnectDialog = dialog('The list of elements', async () => (await import('./connect-dialog.tsx')).ConnectDialog);
const SecondConnector = dialog(
  'The question where this way out shall lead',
  async () => (await import('./second-connector.tsx')).SecondConnector,
);
const ShortcutsSheet = dialog('The shortcuts', async () => (await import('./shortcuts-sheet.tsx')).ShortcutsSheet);
const PublishDialog = dialog(
  'What is needed for publishing',
  async () => (await import('./publish-dialog.tsx')).PublishDialog,
);

/** Those that come with a key or a gesture on the map first. */
export const DIALOG_PARTS = [QuickAdd, Palette, ConnectDialog, SecondConnector, PublishDialog, ShortcutsSheet];

/** What stands open in front of the map. */
export function Dialogs() {
  const dialog = useEditorState((state) => state.dialog);
  return contentOf(dialog);
}

function contentOf(dialog: Dialog | undefined) {
  switch (dialog?.kind) {
    case 'palette':
      return <Palette elementsOnly={false} />;
    case 'go-to':
      return <Palette elementsOnly />;
    case 'shortcuts':
      return <ShortcutsSheet />;
    case 'publish':
      return <PublishDialog />;
    case 'quick-add':
      return <QuickAdd wish={dialog} />;
    case 'connect':
      return <ConnectDialog from={dialog.from} exit={dialog.exit} />;
    case 'second-connector':
      return <SecondConnector wish={dialog} />;
    case 'rename':
    case undefined:
      return null;
  }
}

function dialog<Props extends object>(what: string, load: () => Promise<ComponentType<Props>>) {
  return lazyPart<Props>({ what, Waiting: OnItsWay, Failed: NotThere }, load);
}

function OnItsWay() {
  const editor = useEditor();
  useKeysHeld(true, () => editor.show(undefined));
  return null;
}

function NotThere({ what, onRetry }: NotThereProps) {
  const editor = useEditor();
  return (
    <Window
      title={`${what} could not be loaded`}
      size="small"
      isOpen
      onClose={() => editor.show(undefined)}
      actions={
        <Button variant="primary" onPress={onRetry}>
          {words.tryAgain}
        </Button>
      }
    >
      <p>Check the connection.</p>
    </Window>
  );
}
