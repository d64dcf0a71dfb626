import { CircleQuestionMark, Signpost } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TopicDialog, type TopicDialogProps } from './topic-dialog.tsx';

export interface RunActsProps<Id extends string> {
  /** The name of the page in sight. */
  page: string;
  /** Where one may go from anywhere. */
  topics: TopicDialogProps<Id>['topics'];
  /** Keys count while the focus is in here. */
  within: RefObject<HTMLElement | null>;
  onJump: (element: Id) => void;
  /** What led to the page; built when it is asked for. */
  why: () => ReactNode;
}

const KEYS = { KeyJ: 'topic', KeyW: 'why' } as const;

/** What whoever tries an Interaction out can do beside answering: ask why they are here, and go to another topic. */
export function RunActs<Id extends string>({ page, topics, within, onJump, why }: RunActsProps<Id>) {
  const [open, setOpen] = useState<'topic' | 'why'>();
  const close = () => setOpen(undefined);
  const hasTopics = topics.length > 0;

  const keys = useRef<(event: KeyboardEvent) => void>(() => undefined);
  keys.current = (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const act = Object.hasOwn(KEYS, event.code) ? KEYS[event.code as keyof typeof KEYS] : undefined;
    if (act === undefined || (act === 'topic' && !hasTopics)) return;
    event.preventDefault();
    setOpen(act);
  };
  useEffect(() => {
    const place = within.current;
    const listen = (event: KeyboardEvent) => keys.current(event);
    place?.addEventListener('keydown', listen);
    return () => place?.removeEventListener('keydown', listen);
  }, [within]);

  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon={<CircleQuestionMark />}
        aria-keyshortcuts="Alt+W"
        onPress={() => setOpen('why')}
      >
        Why am I here
      </Button>
      {hasTopics ? (
        <Button
          size="small"
          variant="quiet"
          icon={<Signpost />}
          aria-keyshortcuts="Alt+J"
          onPress={() => setOpen('topic')}
        >
          Other topic
        </Button>
      ) : null}
      <TopicDialog
        topics={topics}
        isOpen={open === 'topic'}
        onChoose={(element) => {
          // Gone before the jump: an open window takes the focus back from the page that comes.
          flushSync(close);
          onJump(element);
        }}
        onClose={close}
      />
      <Dialog title={whyTitle(page)} isOpen={open === 'why'} onClose={close}>
        <div aria-live="polite">{open === 'why' ? why() : null}</div>
      </Dialog>
    </>
  );
}

/** What the window that explains a page is called. */
export function whyTitle(page: string): string {
  return `Why am I here: “${page}”`;
}
