import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { KeyCap } from '#ui/key-cap.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { END_KEYS, isTyping } from '../shortcuts.ts';

interface EndPanelProps {
  /** The whole summary as plain text. */
  readonly summary: string;
  readonly isShown: boolean;
  readonly startsAgain: boolean;
  startAgain(): void;
  nextCall(): void;
}

/** After the call: a summary to take along, and one key to the next. */
export function EndPanel({ summary, isShown, startsAgain, startAgain, nextCall }: EndPanelProps) {
  const [copied, setCopied] = useState(false);
  const next = useRef<HTMLDivElement>(null);
  const copy = async () => {
    await navigator.clipboard.writeText(summary);
    setCopied(true);
  };
  const acts = useRef({ copy, startAgain, nextCall });
  acts.current = { copy, startAgain, nextCall };

  useEffect(() => {
    if (!isShown) return;
    next.current?.querySelector('button')?.focus();
    const keys = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.composedPath()[0])) return;
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return;
      const key = event.key.toLowerCase();
      if (key === 'n') acts.current.nextCall();
      else if (key === 's') acts.current.startAgain();
      else if (key === 'c') void acts.current.copy();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, [isShown]);

  return (
    <div className="desk-end">
      <TextArea label="Summary" value={summary} isReadOnly rows={6} />
      <div className="desk-end-acts" ref={next}>
        <Button variant="primary" onPress={nextCall}>
          Next call
        </Button>
        <Button onPress={startAgain} isPending={startsAgain}>
          Start again
        </Button>
        <Button icon={copied ? <Check /> : <Copy />} onPress={() => void copy()}>
          {copied ? 'Copied' : 'Copy summary'}
        </Button>
        <span role="status" className="wm-hidden">
          {copied ? 'Summary copied' : ''}
        </span>
        <span className="desk-end-keys">
          {END_KEYS.map(({ shortcut, says }) => (
            <span key={shortcut}>
              <KeyCap shortcut={shortcut} /> {says}
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}
