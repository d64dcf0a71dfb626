import type { TextBlock, TextRun, TextTree } from './text-tree.ts';

/** Addresses that a page may lead to: the web, mail and telephone. */
function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)/i.test(href);
}

/** Addresses that a page may show an image from. */
function isSafeImage(src: string): boolean {
  return /^https:\/\//i.test(src);
}

/**
 * The tree as a page may show it: a link to anywhere else is its words alone, an image from anywhere else what stands for it.
 * Everything that is drawn has been through here, whatever wrote the text.
 */
export function safeText(tree: TextTree): TextTree {
  return tree.map(safeBlock);
}

function safeBlock(block: TextBlock): TextBlock {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: safeRuns(block.children) };
    case 'list':
      return { ...block, items: block.items.map(safeText) };
    case 'quote':
      return { ...block, children: safeText(block.children) };
    case 'code':
    case 'rule':
      return block;
  }
}

function safeRuns(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.flatMap(safeRun);
}

function safeRun(run: TextRun): readonly TextRun[] {
  switch (run.type) {
    case 'strong':
    case 'emphasis':
      return [{ ...run, children: safeRuns(run.children) }];
    case 'link':
      return isSafeLink(run.href) ? [{ ...run, children: safeRuns(run.children) }] : safeRuns(run.children);
    case 'image':
      return isSafeImage(run.src) ? [run] : [{ type: 'text', text: run.alt }];
    case 'text':
    case 'value':
    case 'code':
    case 'break':
      return [run];
  }
}

/** The addresses of links and images that {@link safeText} does not let through, in order. */
export function unsafeAddresses(tree: TextTree): readonly string[] {
  return tree.flatMap(unsafeInBlock);
}

function unsafeInBlock(block: TextBlock): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.children.flatMap(unsafeInRun);
    case 'list':
      return block.items.flatMap(unsafeAddresses);
    case 'quote':
      return unsafeAddresses(block.children);
    case 'code':
    case 'rule':
      return [];
  }
}

function unsafeInRun(run: TextRun): readonly string[] {
  switch (run.type) {
    case 'strong':
    case 'emphasis':
      return run.children.flatMap(unsafeInRun);
    case 'link':
      return [...(isSafeLink(run.href) ? [] : [run.href]), ...run.children.flatMap(unsafeInRun)];
    case 'image':
      return isSafeImage(run.src) ? [] : [run.src];
    case 'text':
    case 'value':
    case 'code':
    case 'break':
      return [];
  }
}
