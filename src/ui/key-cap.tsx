import { isMac, keyCaps, type Shortcut } from './shortcut.ts';
import './key-cap.css';

/** A shortcut drawn as keys, in the words of the reader's own system. */
export function KeyCap({ shortcut }: { shortcut: Shortcut }) {
  return (
    <kbd className="wm-keys">
      {keyCaps(shortcut, isMac()).map((key) => (
        <kbd className="wm-key" key={key}>
          {key}
        </kbd>
      ))}
    </kbd>
  );
}
