import { FileQuestion } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ElementId, SessionId } from '#prelude/ids.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { createCopy, type OpenCopy, openCopy } from '../saving/open-copy.ts';
import { askForFile } from '../start/open-file.ts';
import { EditorProvider } from './editor-context.ts';
import { EditorScreen } from './editor-screen.tsx';
import { copyAddress, goTo } from './place.ts';

export interface CopyPageProps {
  id: string;
  element: string | undefined;
  /** A session of the server that shall become a test. */
  keep: string | undefined;
}

/** A working copy that is open for editing. */
export function CopyPage({ id, element, keep }: CopyPageProps) {
  const [open, setOpen] = useState<OpenCopy | 'missing' | undefined>(undefined);

  useEffect(() => {
    let isGone = false;
    let opened: OpenCopy | undefined;
    void openCopy(id).then((copy) => {
      if (isGone) {
        void copy?.close();
        return;
      }
      opened = copy;
      if (copy) {
        copy.host.onNew = () => void createCopy(undefined).then((made) => goTo(copyAddress(made)));
        copy.host.onOpenFile = () => void askForFile();
      }
      setOpen(copy ?? 'missing');
    });
    return () => {
      isGone = true;
      void opened?.close();
    };
  }, [id]);

  const name = open === undefined || open === 'missing' ? undefined : open.document.read().name;
  useEffect(() => {
    if (name !== undefined) document.title = `${name} · Designer · Waymark`;
  }, [name]);

  useEffect(() => {
    if (open === undefined || open === 'missing' || element === undefined) return;
    if (!Object.hasOwn(open.editor.interaction.elements, element)) return;
    open.editor.select([element as ElementId]);
    open.editor.host.reveal([element as ElementId]);
  }, [open, element]);

  useEffect(() => {
    if (open === undefined || open === 'missing' || keep === undefined) return;
    // Once: a page that is loaded again keeps nothing again.
    goTo(copyAddress(id), 'replace');
    const account = open.copy.server?.account;
    if (account === undefined) return;
    void import('../tests/keep-session.ts').then(({ keepSession }) =>
      keepSession(open.editor, account, keep as SessionId),
    );
  }, [open, id, keep]);

  if (open === undefined) return null;
  if (open === 'missing') {
    return (
      <EmptyState
        icon={<FileQuestion />}
        title="This working copy is not in this browser"
        action={<Link href="/designer">All working copies</Link>}
      >
        It may have been deleted, or it was made in another browser.
      </EmptyState>
    );
  }
  return (
    <EditorProvider value={open.editor}>
      <EditorScreen open={open} />
    </EditorProvider>
  );
}
