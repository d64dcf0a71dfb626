import { type DragEvent, type ReactNode, useState } from 'react';
import { openFile } from './open-file.ts';
import './file-drop.css';

/** A file dragged onto any page of the designer is opened. */
export function FileDrop({ children }: { children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way more; Open file does the same
    <div
      className="file-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget))
          setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!holdsFile(event)) return;
        event.preventDefault();
        const file = event.dataTransfer.files[0];
        if (file) void openFile(file);
      }}
    >
      {children}
      {isOver ? (
        <div className="file-drop-sign">
          <p>Let go to open the file as a working copy</p>
        </div>
      ) : null}
    </div>
  );
}
