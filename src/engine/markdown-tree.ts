import type { Definition, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { TextBlock, TextRun, TextTree } from '#contract/text-tree.ts';
import { isWorthFormatting } from './formatting-cost.ts';

/** The words of the value that stands at a place, by its number. */
export type Values = (index: number) => string;

// Values stand in the Markdown as private-use characters around their number, which no parser reads as a sign.
const OPEN = '\ue000';
const CLOSE = '\ue001';
const MARK = /\ue000(\d+)\ue001/;

/** What stands in a Markdown text for the value of this number. */
export function markOf(index: number): string {
  return `${OPEN}${index}${CLOSE}`;
}

/** A text without the signs that marks are made of. */
export function withoutMarks(text: string): string {
  return text.replaceAll(OPEN, '').replaceAll(CLOSE, '');
}

/**
 * The tree of a text in Markdown (CommonMark 0.31.2 without raw HTML, which stays as it is written), parsed once and made
 * for any values. Values are put into the finished tree as words, so that none of them can become format. Links and images
 * lead where the author says: whether they may is for `safeText`.
 */
export function markdownTree(markdown: string): (values: Values) => TextTree {
  if (!isWorthFormatting(markdown)) return (values) => plainTree(markdown, values);
  const root = fromMarkdown(markdown, { extensions: [{ disable: { null: ['htmlFlow', 'htmlText'] } }] });
  const definitions = new Map<string, Definition>();
  for (const definition of definitionsIn(root.children)) {
    // The first of a name holds.
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  }
  return (values) => new TreeMaker(values, definitions).blocks(root.children);
}

/** A text as it is written, in paragraphs. */
function plainTree(text: string, values: Values): TextTree {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => ({ type: 'paragraph', children: withValues(paragraph, values) }));
}

function definitionsIn(nodes: Root['children']): Definition[] {
  return nodes.flatMap((node) => {
    if (node.type === 'definition') return [node];
    return node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem'
      ? definitionsIn(node.children)
      : [];
  });
}

class TreeMaker {
  readonly values: Values;
  readonly definitions: ReadonlyMap<string, Definition>;

  constructor(values: Values, definitions: ReadonlyMap<string, Definition>) {
    this.values = values;
    this.definitions = definitions;
  }

  blocks(nodes: readonly RootContent[]): TextTree {
    return nodes.flatMap((node) => this.block(node));
  }

  block(node: RootContent): TextBlock[] {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: this.runs(node.children) }];
      case 'heading':
        return [{ type: 'heading', level: node.depth, children: this.runs(node.children) }];
      case 'blockquote':
        return [{ type: 'quote', children: this.blocks(node.children) }];
      case 'code': {
        const language = node.lang ? { language: filled(node.lang, this.values) } : {};
        return [{ type: 'code', text: filled(node.value, this.values), ...language }];
      }
      case 'thematicBreak':
        return [{ type: 'rule' }];
      case 'list':
        return [this.list(node)];
      default:
        return [];
    }
  }

  list(node: List): TextBlock {
    const ordered = node.ordered === true;
    return {
      type: 'list',
      ordered,
      ...(ordered && typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {}),
      tight: !(node.spread === true || node.children.some(isSpread)),
      items: node.children.map((item) => this.blocks(item.children)),
    };
  }

  runs(nodes: readonly PhrasingContent[]): TextRun[] {
    return nodes.flatMap((node) => this.run(node));
  }

  run(node: PhrasingContent): TextRun[] {
    switch (node.type) {
      case 'text':
        return withValues(node.value, this.values);
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, children: this.runs(node.children) }];
      case 'inlineCode':
        // The parser keeps the line breaks of the source, which mean a space.
        return [{ type: 'code', text: filled(node.value.replace(/\r?\n|\r/g, ' '), this.values) }];
      case 'break':
        return [{ type: 'break' }];
      case 'link':
        return [
          { type: 'link', href: this.address(node.url), ...this.title(node), children: this.runs(node.children) },
        ];
      case 'image':
        return [
          { type: 'image', src: this.address(node.url), alt: filled(node.alt ?? '', this.values), ...this.title(node) },
        ];
      case 'linkReference': {
        const to = this.definitions.get(node.identifier);
        const children = this.runs(node.children);
        return to ? [{ type: 'link', href: this.address(to.url), ...this.title(to), children }] : children;
      }
      case 'imageReference': {
        const to = this.definitions.get(node.identifier);
        const alt = filled(node.alt ?? '', this.values);
        return to
          ? [{ type: 'image', src: this.address(to.url), alt, ...this.title(to) }]
          : [{ type: 'text', text: alt }];
      }
      default:
        return [];
    }
  }

  /** A value in an address is part of a path or a query, never a scheme, a host's name or a step up. */
  address(url: string): string {
    return filled(url, (index) => encodeURIComponent(this.values(index)));
  }

  title({ title }: { readonly title?: string | null | undefined }): { title?: string } {
    return title === null || title === undefined ? {} : { title: filled(title, this.values) };
  }
}

function isSpread({ spread }: ListItem): boolean {
  return spread === true;
}

function withValues(text: string, values: Values): TextRun[] {
  return text
    .split(MARK)
    .map(
      (piece, i): TextRun =>
        i % 2 === 0 ? { type: 'text', text: piece } : { type: 'value', text: values(Number(piece)) },
    )
    .filter((piece) => piece.type === 'value' || (piece.type === 'text' && piece.text !== ''));
}

function filled(text: string, values: Values): string {
  return text
    .split(MARK)
    .map((piece, i) => (i % 2 === 0 ? piece : values(Number(piece))))
    .join('');
}
