/** @jsxImportSource preact */
import { type ComponentChildren, h } from 'preact';
import { safeText } from '#contract/safe-text.ts';
import type { TextBlock, TextList, TextRun, TextTree } from '#contract/text-tree.ts';
import { assertNever } from '#prelude/assert-never.ts';

/** Headings of a text stand below the page's own, each at most one step below the one before, whatever its author left out. */
const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;

interface TextTreeProps {
  readonly tree: TextTree;
  /** Said after links, which open beside the session. */
  readonly opensInNewTab: string;
}

/** A formatted text drawn from its tree: no HTML is ever parsed. */
export function TextTreeView({ tree, opensInNewTab }: TextTreeProps) {
  const say: Say = { opensInNewTab, headings: [] };
  // Whoever sent it has seen to it; a page that came from anywhere else is not trusted more.
  return <>{safeText(tree).map((block) => drawBlock(block, say))}</>;
}

interface Say {
  readonly opensInNewTab: string;
  /** The levels of the headings that what is drawn stands below, outermost first. */
  readonly headings: number[];
}

function drawBlock(block: TextBlock, say: Say): ComponentChildren {
  switch (block.type) {
    case 'paragraph':
      return <p>{drawRuns(block.children, say)}</p>;
    case 'heading': {
      const Heading = headingOf(block.level, say);
      return <Heading>{drawRuns(block.children, say)}</Heading>;
    }
    case 'list':
      return drawList(block, say);
    case 'quote':
      return <blockquote>{block.children.map((inner) => drawBlock(inner, say))}</blockquote>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'rule':
      return <hr />;
    default:
      return assertNever(block);
  }
}

function headingOf(level: number, { headings }: Say): (typeof HEADINGS)[number] {
  while ((headings.at(-1) ?? 0) >= level) headings.pop();
  headings.push(level);
  return HEADINGS[headings.length - 1] ?? 'h6';
}

function drawList({ ordered, start = 1, tight, items }: TextList, say: Say): ComponentChildren {
  const drawn = items.map((item) => h('li', null, ...item.map((block) => drawItemBlock(block, tight, say))));
  const loose = tight ? {} : { class: 'loose' };
  return ordered ? h('ol', { start, ...loose }, ...drawn) : h('ul', loose, ...drawn);
}

/** The words of a tight item stand in its line; so nothing is said to be a paragraph that is none. */
function drawItemBlock(block: TextBlock, tight: boolean, say: Say): ComponentChildren {
  return tight && block.type === 'paragraph' ? drawRuns(block.children, say) : drawBlock(block, say);
}

function drawRuns(runs: readonly TextRun[], say: Say): ComponentChildren {
  return runs.map((run) => drawRun(run, say));
}

function drawRun(run: TextRun, say: Say): ComponentChildren {
  switch (run.type) {
    case 'text':
      return run.text;
    case 'value':
      return <span class="value">{run.text}</span>;
    case 'strong':
      return <strong>{drawRuns(run.children, say)}</strong>;
    case 'emphasis':
      return <em>{drawRuns(run.children, say)}</em>;
    case 'code':
      return <code>{run.text}</code>;
    case 'link':
      return (
        <a href={run.href} target="_blank" rel="noopener noreferrer" {...titleOf(run)}>
          {drawRuns(run.children, say)}
          <span class="hidden"> ({say.opensInNewTab})</span>
        </a>
      );
    case 'image':
      return <img src={run.src} alt={run.alt} {...titleOf(run)} />;
    case 'break':
      return <br />;
    default:
      return assertNever(run);
  }
}

function titleOf({ title }: { readonly title?: string }): { title?: string } {
  return title === undefined || title === '' ? {} : { title };
}
