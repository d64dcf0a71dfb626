import { lazy, Suspense } from 'react';
import type { Dialog } from '../editor/state.ts';
import { useEditorState } from '../page/editor-context.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { Palette } from './palette.tsx';
import { QuickAdd } from './quick-add.tsx';
import { SecondConnector } from './second-connector.tsx';

const ShortcutsSheet = lazy(async () => ({ default: (await import('./shortcuts-sheet.tsx')).ShortcutsSheet }));
const PublishDialog = lazy(async () => ({ default: (await import('./publish-dialog.tsx')).PublishDialog }));

/** What stands open in front of the map. */
export function Dialogs() {
  const dialog = useEditorState((state) => state.dialog);
  return <Suspense fallback={null}>{contentOf(dialog)}</Suspense>;
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
