import { safeText, unsafeAddresses } from '#contract/safe-text.ts';
import type { TextTree } from '#contract/text-tree.ts';
import { parseTemplate } from '#expressions/template.ts';
import { isWorthFormatting } from './formatting-cost.ts';
import { markdownTree, markOf, type Values, withoutMarks } from './markdown-tree.ts';

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

export function compileText(source: string): CompiledText {
  const { parts, sources, markdown } = readText(source);
  let made: ReturnType<typeof markdownTree> | undefined;
  const make = (values: Values) => {
    made ??= markdownTree(markdown);
    return safeText(made(values));
  };
  if (sources.length === 0) {
    // Without values it is the same for everybody.
    let tree: TextTree | undefined;
    return {
      sources,
      plain: markdown,
      tree: () => {
        tree ??= make(() => '');
        return tree;
      },
      words: () => markdown,
    };
  }
  return {
    sources,
    tree: (show) => make((index) => (sources[index] === undefined ? '' : show(sources[index]))),
    words: (show) => parts.map((part) => (part.kind === 'text' ? part.text : show(part.expression.source))).join(''),
  };
}

/** What in a formatted text is not shown as its author wrote it. */
export interface FormattingFaults {
  /** It has more signs than are looked at, so all of them are shown. */
  readonly tooMuch: boolean;
  /** Addresses that no page leads to or shows images from; of a value in them nothing is known yet. */
  readonly addresses: readonly string[];
}

export function formattingFaults(source: string): FormattingFaults {
  const { sources, markdown } = readText(source);
  // Most texts lead nowhere, and all of them are looked at while somebody types.
  const leads = HAS_ADDRESS.test(markdown);
  const tree = leads ? markdownTree(markdown)((index) => `{${sources[index] ?? ''}}`) : [];
  return { tooMuch: !isWorthFormatting(markdown), addresses: unsafeAddresses(tree).map(decodedBraces) };
}

/** `[words](address)`, `[name]: address` or `<scheme:…>`. */
const HAS_ADDRESS = /\]\(|\]:|<[a-z][a-z0-9+.-]*:/i;

/** Values in addresses are encoded; the expressions that stand for them here are for people to read. */
function decodedBraces(address: string): string {
  return address.replace(/%7B(.*?)%7D/g, (whole, inner: string) => {
    try {
      return `{${decodeURIComponent(inner)}}`;
    } catch {
      return whole;
    }
  });
}

function readText(source: string) {
  const text = withoutMarks(source);
  const template = parseTemplate(text);
  // A text with a fault in its braces is shown as it was written; a check names the place.
  const parts = template.ok ? template.value.parts : [{ kind: 'text' as const, text }];
  const sources = parts.flatMap((part) => (part.kind === 'expression' ? [part.expression.source] : []));
  let count = 0;
  const markdown = parts.map((part) => (part.kind === 'text' ? part.text : markOf(count++))).join('');
  return { parts, sources, markdown };
}
