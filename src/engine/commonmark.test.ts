import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import type { TextBlock, TextList, TextRun, TextTree } from '#contract/text-tree.ts';
import { markdownTree } from './markdown-tree.ts';

/**
 * The examples of the CommonMark specification. They are not part of this package: the folder that has them is named by
 * the environment variable WAYMARK_CASES.
 */
const folder = process.env.WAYMARK_CASES;
const file = folder === undefined ? undefined : join(folder, 'expected', 'commonmark-0.31.2.json');
const present = file !== undefined && existsSync(file);
const title = present
  ? 'CommonMark 0.31.2'
  : 'CommonMark 0.31.2 (skipped: WAYMARK_CASES names no folder with its examples)';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

/** The tree as the specification writes it, to compare structure: nothing of the product makes HTML. */
function html(tree: TextTree): string {
  return tree.map((block) => `${blockHtml(block)}\n`).join('');
}

function blockHtml(block: TextBlock): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${runsHtml(block.children)}</p>`;
    case 'heading':
      return `<h${block.level}>${runsHtml(block.children)}</h${block.level}>`;
    case 'quote':
      return `<blockquote>\n${html(block.children)}</blockquote>`;
    case 'code': {
      // The specification takes the first word of what stands behind the fence.
      const language = block.language === undefined ? '' : ` class="language-${escaped(block.language)}"`;
      return `<pre><code${language}>${escaped(block.text)}${block.text === '' ? '' : '\n'}</code></pre>`;
    }
    case 'rule':
      return '<hr />';
    case 'list':
      return listHtml(block);
  }
}

function listHtml({ ordered, start, tight, items }: TextList): string {
  const tag = ordered ? 'ol' : 'ul';
  const lines = items.map((item) => `<li>${itemHtml(item, tight)}</li>\n`).join('');
  return `<${tag}${start === undefined ? '' : ` start="${start}"`}>\n${lines}</${tag}>`;
}

function itemHtml(item: TextTree, tight: boolean): string {
  let written = '';
  for (const block of item) {
    const bare = tight && block.type === 'paragraph';
    if (!bare && !written.endsWith('\n')) written += '\n';
    written += bare ? runsHtml(block.children) : `${blockHtml(block)}\n`;
  }
  return written;
}

function runsHtml(runs: readonly TextRun[]): string {
  return runs.map(runHtml).join('');
}

function runHtml(run: TextRun): string {
  switch (run.type) {
    case 'text':
    case 'value':
      return escaped(run.text);
    case 'strong':
      return `<strong>${runsHtml(run.children)}</strong>`;
    case 'emphasis':
      return `<em>${runsHtml(run.children)}</em>`;
    case 'code':
      return `<code>${escaped(run.text)}</code>`;
    case 'break':
      return '<br />\n';
    case 'link':
      return `<a href="${address(run.href)}"${titleHtml(run.title)}>${runsHtml(run.children)}</a>`;
    case 'image':
      return `<img src="${address(run.src)}" alt="${escaped(run.alt)}"${titleHtml(run.title)} />`;
  }
}

function titleHtml(of: string | undefined): string {
  return of === undefined ? '' : ` title="${escaped(of)}"`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Signs that no address has are written by their codes; those that are already are left alone. */
function address(url: string): string {
  return escaped(encodeURI(url).replace(/%25([0-9a-f]{2})/gi, '%$1'));
}

/** Whether the specification finds HTML in it, which a text of an Interaction has none of. */
function hasHtml(markdown: string): boolean {
  const holdsHtml = (node: { type: string; children?: readonly { type: string }[] }): boolean =>
    node.type === 'html' || (node.children ?? []).some(holdsHtml);
  return holdsHtml(fromMarkdown(markdown));
}

describe.skipIf(!present)(title, () => {
  // The specification shows tabs as arrows.
  const examples: Example[] = present ? JSON.parse(readFileSync(file, 'utf8').replaceAll('→', '\\t')) : [];
  const withoutHtml = examples.filter(({ markdown }) => !hasHtml(markdown));

  it.each(withoutHtml.map((example) => [example.number, example.section, example] as const))(
    'example %i (%s)',
    (_number, _section, { markdown, html: expected }) => {
      expect(html(markdownTree(markdown)(() => ''))).toBe(expected);
    },
  );

  it('is run whole but for raw HTML', () => {
    process.stdout.write(
      `CommonMark 0.31.2: ${withoutHtml.length} of ${examples.length} examples are without raw HTML\n`,
    );
    expect(withoutHtml.length).toBe(580);
  });
});
