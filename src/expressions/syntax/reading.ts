import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../errors.ts';

/** What the readers of the grammar's tree share. */
export interface Reading {
  readonly source: string;
  text(node: Span): string;
  /** Remembers that the text is nested deeper than allowed; whatever is read after it is thrown away. */
  refuseDepth(at: SyntaxNode): void;
}

/** The child nodes that mean something. (The grammar gives punctuation too: it tells alternatives apart.) */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const { name } = child;
    if (name !== ',' && name !== ':' && name !== 'LineComment' && name !== 'BlockComment') children.push(child);
  }
  return children;
}

export function spanOf(node: Span): Span {
  return { from: node.from, to: node.to };
}

/** A name as written, its white space and comments taken as one space. */
export function collapsed(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
