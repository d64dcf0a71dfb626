/**
 * A formatted text as a small tree: what a page carries, so that a player needs no Markdown parser and no HTML.
 * Values are already in it.
 */
export type TextTree = readonly TextBlock[];

export type TextBlock =
  | { readonly type: 'paragraph'; readonly children: readonly TextRun[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly children: readonly TextRun[] }
  | TextList
  | { readonly type: 'quote'; readonly children: TextTree }
  /** `language`: what the code is written in, as its author calls it. */
  | { readonly type: 'code'; readonly text: string; readonly language?: string }
  | { readonly type: 'rule' };

export interface TextList {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The number of the first item where it is not 1. */
  readonly start?: number;
  /** Its items are lines: their paragraphs stand without space between them. */
  readonly tight: boolean;
  readonly items: readonly TextTree[];
}

export type TextRun =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'value'; readonly text: string }
  | { readonly type: 'strong'; readonly children: readonly TextRun[] }
  | { readonly type: 'emphasis'; readonly children: readonly TextRun[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly title?: string; readonly children: readonly TextRun[] }
  | { readonly type: 'image'; readonly src: string; readonly alt: string; readonly title?: string }
  | { readonly type: 'break' };

/** The words of a tree without its form: for trails, titles, search and announcements. */
export function plainText(tree: TextTree): string {
  return tree.map(blockText).join('\n');
}

function blockText(block: TextBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.children.map(runText).join('');
    case 'list':
      return block.items.map(plainText).join('\n');
    case 'quote':
      return plainText(block.children);
    case 'code':
      return block.text;
    case 'rule':
      return '';
  }
}

function runText(run: TextRun): string {
  switch (run.type) {
    case 'text':
    case 'value':
    case 'code':
      return run.text;
    case 'strong':
    case 'emphasis':
    case 'link':
      return run.children.map(runText).join('');
    case 'image':
      return run.alt;
    case 'break':
      return '\n';
  }
}
