import * as Y from 'yjs';
import type { Interaction } from '#format/interaction.ts';
import { type Change, changesBetween } from './change.ts';
import { readDocument, rereadTouched, writeChanges, writeFitting } from './mirror.ts';
import { withoutDangling } from './sound.ts';

/** Marks transactions made here; others come from storage, another tab or another person. */
const OWN = Symbol('own edit');

/** The working copy: an Interaction file that several people and tabs may edit, merged property by property. */
export interface InteractionDocument {
  readonly shared: Y.Doc;
  /** The file as it stands. A new object after every change, sharing all that stayed. */
  read(): Interaction;
  /** Makes the file this one, in one transaction, and says what that did, property by property. */
  become(next: Interaction): readonly Change[];
  /** Sets each property that holds its `before` to its `after`, in one transaction; says how many held something else. */
  turn(changes: readonly Change[]): number;
  /** Calls back after every change, one's own or not; returns the way to stop. */
  subscribe(listener: (own: boolean) => void): () => void;
}

/** A document over shared maps that are empty or already filled from storage. */
export function openDocument(shared: Y.Doc): InteractionDocument {
  let current = withoutDangling(readDocument(shared));
  const listeners = new Set<(own: boolean) => void>();

  shared.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return;
    const own = transaction.origin === OWN;
    const next = rereadTouched(shared, current, transaction);
    current = own ? next : withoutDangling(next);
    for (const listener of listeners) listener(own);
  });

  return {
    shared,
    read: () => current,
    become(next) {
      const changes = changesBetween(current, next);
      if (changes.length > 0) shared.transact(() => writeChanges(shared, changes), OWN);
      return changes;
    },
    turn: (changes) => shared.transact(() => writeFitting(shared, changes), OWN),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A new document that holds the file. */
export function documentOf(interaction: Interaction): InteractionDocument {
  const document = openDocument(new Y.Doc());
  document.become(interaction);
  return document;
}
