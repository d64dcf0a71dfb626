import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { TextBlock, TextRun, TextTree } from '#contract/text-tree.ts';
import { parseTemplate } from '#expressions/template.ts';

/** How the value of an expression is written in the session's language. */
export type ShowExpression = (source: string) => string;

/** A text of an Interaction: Markdown without raw HTML, with `{expressions}` in it, parsed once. */
export interface CompiledText {
  /** The expressions in it, in order. */
  readonly sources: readonly string[];
  /** Formatted. Values are put in as words, so that none of them can become format. */
  tree(show: ShowExpression): TextTree;
  /** The words, where no value stands in them. */
  readonly plain?: string;
  /** Unformatted, for labels and names: Markdown signs stay as they are. */
  words(show: ShowExpression): string;
}

// Expressions stand in the Markdown as private-use characters around their number, which no parser reads as a sign.
const OPEN = '\ue000';
const CLOSE = '\ue001';
const MARK = /\ue000(\d+)\ue001/;

export function compileText(text: string): CompiledText {
  const template = parseTemplate(text.replaceAll(OPEN, '').replaceAll(CLOSE, ''));
  // A text with a fault in its braces is shown as it was written; a check names the place.
  const parts = template.ok ? template.value.parts : [{ kind: 'text' as const, text }];
  const sources = parts.flatMap((part) => (part.kind === 'expression' ? [part.expression.source] : []));
  let tree: readonly RootContent[] | undefined;
  const parsed = () => {
    let count = 0;
    const marked = parts.map((part) => (part.kind === 'text' ? part.text : `${OPEN}${count++}${CLOSE}`)).join('');
    tree ??= fromMarkdown(marked, { extensions: [{ disable: { null: ['htmlFlow', 'htmlText'] } }] }).children;
    return tree;
  };
  const plain =
    sources.length === 0 ? parts.map((part) => (part.kind === 'text' ? part.text : '')).join('') : undefined;
  return {
    sources,
    ...(plain === undefined ? {} : { plain }),
    tree: (show) => blocks(parsed(), (index) => show(sources[index] ?? '')),
    words: (show) => parts.map((part) => (part.kind === 'text' ? part.text : show(part.expression.source))).join(''),
  };
}

type Values = (index: number) => string;

function blocks(nodes: readonly (RootContent | BlockContent | DefinitionContent)[], values: Values): TextTree {
  return nodes.flatMap((node) => block(node, values));
}

function block(node: RootContent | BlockContent | DefinitionContent, values: Values): TextBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', children: runs(node.children, values) }];
    case 'heading':
      return [{ type: 'heading', level: node.depth, children: runs(node.children, values) }];
    case 'blockquote':
      return [{ type: 'quote', children: blocks(node.children, values) }];
    case 'code':
      return [{ type: 'code', text: filled(node.value, values) }];
    case 'thematicBreak':
      return [{ type: 'rule' }];
    case 'list':
      return [
        {
          type: 'list',
          ordered: node.ordered === true,
          ...(node.ordered && typeof node.start === 'number' && node.start !== 1 ? { start: node.start } : {}),
          items: node.children.map((item) => blocks(item.children, values)),
        },
      ];
    default:
      return [];
  }
}

function runs(nodes: readonly PhrasingContent[], values: Values): TextRun[] {
  return nodes.flatMap((node) => run(node, values));
}

function run(node: PhrasingContent, values: Values): TextRun[] {
  switch (node.type) {
    case 'text':
      return withValues(node.value, values);
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: runs(node.children, values) }];
    case 'inlineCode':
      return [{ type: 'code', text: filled(node.value, values) }];
    case 'break':
      return [{ type: 'break' }];
    case 'link': {
      const href = filled(node.url, (index) => encodeURIComponent(values(index)));
      const children = runs(node.children, values);
      return isSafeLink(href) ? [{ type: 'link', href, children }] : children;
    }
    case 'image': {
      const src = filled(node.url, (index) => encodeURIComponent(values(index)));
      const alt = filled(node.alt ?? '', values);
      return isSafeImage(src) ? [{ type: 'image', src, alt }] : [{ type: 'text', text: alt }];
    }
    default:
      return [];
  }
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

/** Links that a page may open: the web, mail and telephone. Anything else is shown as its words alone. */
function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)/i.test(href);
}

function isSafeImage(src: string): boolean {
  return /^https:\/\//i.test(src);
}
