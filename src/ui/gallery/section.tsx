import type { ReactNode } from 'react';
import './section.css';

/** A named part of the gallery. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="gallery-section" aria-label={title}>
      <h2>{title}</h2>
      <div className="gallery-body">{children}</div>
    </section>
  );
}

/** Things side by side. */
export function Line({ children }: { children: ReactNode }) {
  return <div className="gallery-line">{children}</div>;
}

/** Fields in columns. */
export function Grid({ children }: { children: ReactNode }) {
  return <div className="gallery-grid">{children}</div>;
}
