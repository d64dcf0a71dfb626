/** @jsxImportSource preact */
import { type ComponentChildren, h } from 'preact';
import type { TextBlock, TextRun, TextTree } from '#contract/text-tree.ts';
import { assertNever } from '#prelude/assert-never.ts';

/** Links lead only to where a person may be sent; anything else is shown as plain words. */
const LINK = /^(https?:|mailto:|tel:|sms:|\/(?!\/))/i;
const IMAGE = /^(https?:|blob:|\/(?!\/)|data:image\/(png|jpeg|gif|webp|avif);)/i;

/** Headings of a text stand below the page's own. */
const HEADINGS = ['h3', 'h4', 'h5', 'h6', 'h6', 'h6'] as const;

interface TextTreeProps {
  readonly tree: TextTree;
  /** Said after links, which open beside the session. */
  readonly opensInNewTab: string;
}

/** A formatted text drawn from its tree: no HTML is ever parsed. */
export function TextTreeView({ tree, opensInNewTab }: TextTreeProps) {
  const say: Say = { opensInNewTab };
  return <>{tree.map((block) => drawBlock(block, say))}</>;
}

interface Say {
  readonly opensInNewTab: string;
}

function drawBlock(block: TextBlock, say: Say): ComponentChildren {
  switch (block.type) {
    case 'paragraph':
      return <p>{drawRuns(block.children, say)}</p>;
    case 'heading': {
      const Heading = HEADINGS[block.level - 1] ?? 'h6';
      return <Heading>{drawRuns(block.children, say)}</Heading>;
    }
    case 'list': {
      const items = block.items.map((item) => h('li', null, ...item.map((inner) => drawBlock(inner, say))));
      return block.ordered ? h('ol', { start: block.start ?? 1 }, ...items) : h('ul', null, ...items);
    }
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
      if (!LINK.test(run.href)) return drawRuns(run.children, say);
      return (
        <a href={run.href} target="_blank" rel="noopener noreferrer">
          {drawRuns(run.children, say)}
          <span class="hidden"> ({say.opensInNewTab})</span>
        </a>
      );
    case 'image':
      return IMAGE.test(run.src) ? <img src={run.src} alt={run.alt} /> : run.alt;
    case 'break':
      return <br />;
    default:
      return assertNever(run);
  }
}
