import type { WaymarkPlayer } from '#player/element.ts';
import type { SessionId } from '#prelude/ids.ts';
import { TopicDialog } from '#ui/topic-dialog.tsx';
import type { SessionShown } from './player-frame.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { type HandOver, TransferDialog } from './transfer-dialog.tsx';
import { WhyDialog } from './why-dialog.tsx';

export type OpenDialog = 'why' | 'jump' | 'transfer' | 'pause' | 'quit';

interface SessionDialogsProps {
  readonly open: OpenDialog;
  readonly session: SessionId;
  readonly page: NonNullable<SessionShown['page']>;
  act(command: Parameters<WaymarkPlayer['command']>[0]): void;
  /** What was begun on the page and not sent, in words; may be empty. */
  readonly halfTyped: string;
  handOver(order: HandOver): Promise<string | undefined>;
  close(): void;
}

/** What is asked over a call, one at a time. */
export function SessionDialogs({ open, session, page, halfTyped, act, handOver, close }: SessionDialogsProps) {
  switch (open) {
    case 'why':
      return <WhyDialog session={session} page={page} close={close} />;
    case 'jump':
      return (
        <TopicDialog topics={page.entryPoints} isOpen onChoose={(to) => act({ kind: 'jump', to })} onClose={close} />
      );
    case 'transfer':
      return <TransferDialog halfTyped={halfTyped} handOver={handOver} close={close} />;
    case 'pause':
      return (
        <ReasonDialog
          title="Pause the session"
          about="It stays as it is and can be resumed from the list at the desk."
          confirmLabel="Pause"
          confirm={(reason) => act({ kind: 'pause', ...(reason ? { reason } : {}) })}
          close={close}
        />
      );
    case 'quit':
      return (
        <ReasonDialog
          title="Quit the session"
          about="It ends here with the outcome Quit and cannot be resumed."
          confirmLabel="Quit session"
          isDestructive
          confirm={(reason) => act({ kind: 'quit', ...(reason ? { reason } : {}) })}
          close={close}
        />
      );
  }
}
