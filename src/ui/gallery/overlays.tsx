import { Copy, MoreHorizontal, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../button.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Dialog } from '../dialog.tsx';
import { IconButton } from '../icon-button.tsx';
import { Menu } from '../menu.tsx';
import { Popover } from '../popover.tsx';
import { TextField } from '../text-field.tsx';
import { TopicDialog } from '../topic-dialog.tsx';
import { Line, Section } from './section.tsx';

export function Overlays() {
  const [open, setOpen] = useState<'none' | 'dialog' | 'confirm' | 'destroy' | 'topic'>('none');
  const close = () => setOpen('none');
  return (
    <Section title="Menus, popovers, dialogs">
      <Line>
        <Menu
          trigger={<IconButton label="More" icon={<MoreHorizontal />} />}
          entries={[
            { kind: 'action', id: 'copy', label: 'Duplicate', icon: <Copy />, shortcut: 'Mod+D', onAction: () => {} },
            {
              kind: 'submenu',
              id: 'export',
              label: 'Export as',
              entries: [
                { kind: 'action', id: 'file', label: 'Interaction file', onAction: () => {} },
                { kind: 'action', id: 'bpmn', label: 'BPMN', onAction: () => {} },
              ],
            },
            { kind: 'action', id: 'move', label: 'Move to a folder', isDisabled: true, onAction: () => {} },
            { kind: 'separator', id: 'line' },
            {
              kind: 'action',
              id: 'delete',
              label: 'Delete',
              icon: <Trash2 />,
              isDanger: true,
              onAction: () => setOpen('destroy'),
            },
          ]}
        />
        <Popover label="Rename" trigger={<Button>Rename by popover</Button>}>
          {(done) => (
            <>
              <TextField label="Name" defaultValue="Move house" autoFocus />
              <Button variant="primary" onPress={done}>
                Rename
              </Button>
            </>
          )}
        </Popover>
        <Button onPress={() => setOpen('dialog')}>Save a named version</Button>
        <Button onPress={() => setOpen('confirm')}>Publish</Button>
        <Button onPress={() => setOpen('destroy')}>Delete</Button>
        <Button onPress={() => setOpen('topic')}>Find a topic by typing</Button>
      </Line>
      <Dialog
        title="Save a named version"
        isOpen={open === 'dialog'}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>Cancel</Button>
            <Button variant="primary" onPress={close}>
              Save version
            </Button>
          </>
        }
      >
        <TextField label="Name" description="Says what changed since the last one." autoFocus />
      </Dialog>
      <TopicDialog
        topics={[
          { element: 'fees', name: 'Fees' },
          { element: 'moving', name: 'Moving house' },
        ]}
        isOpen={open === 'topic'}
        onChoose={close}
        onClose={close}
      />
      <ConfirmDialog
        title="Publish version 3?"
        confirmLabel="Publish version 3"
        isOpen={open === 'confirm'}
        onConfirm={close}
        onCancel={close}
      >
        New sessions start with version 3. The 12 that are running stay on version 2.
      </ConfirmDialog>
      <ConfirmDialog
        title="Delete “Move house”?"
        confirmLabel="Delete Interaction"
        isOpen={open === 'destroy'}
        onConfirm={close}
        onCancel={close}
        isDestructive
      >
        It stays in the trash for 30 days. Reports keep its sessions.
      </ConfirmDialog>
    </Section>
  );
}
