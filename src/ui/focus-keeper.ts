/** What a person can be brought to by keys. */
const REACHED =
  'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, [tabindex="0"]';

/** Beyond these nobody looks for the focus: it goes to their heading. */
const PLACES = 'main, aside, nav, section, [role=dialog], [role=alertdialog], [role=region]';

const HEADINGS = 'h1, h2, h3';

let isGiving = false;

/**
 * Whether the focus that comes now is given back because what had it was replaced: nobody went there, so nothing is to open
 * by it.
 */
export function isGivenBack(): boolean {
  return isGiving;
}

/** Where an element stands below one of those that hold it. */
interface Step {
  readonly parent: Element;
  readonly index: number;
  /** What it is: what takes its place is the same. */
  readonly tag: string;
  /** Whether nothing else stood there: then all of it is replaced when it goes. */
  readonly isAlone: boolean;
}

/**
 * Keeps the focus from falling out of the page when what has it goes away or can no longer be pressed: a row that is
 * deleted, a problem that is mended, a button that has nothing left to do. It goes to what takes the place, else to what
 * stands before it, else to the heading around. Whoever puts the focus somewhere within the next two frames comes first.
 */
export function keepFocus(page: Document): void {
  /** What has, or had, the focus; and what of the page below had it before something opened over that. */
  let had: Stop | undefined;
  let below: Stop | undefined;
  let isLooking = false;

  page.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || target === page.body) return;
    had = { element: target, isHeading: target.matches('h1'), way: wayTo(target) };
    if (isOfPage(target)) below = had;
  });
  // A press on nothing means to leave.
  page.addEventListener('pointerdown', ({ target }) => {
    if (had && target instanceof Node && !had.element.contains(target)) had = undefined;
  });
  const look = () => {
    isLooking = false;
    if (page.activeElement !== page.body) return;
    isGiving = true;
    (placeFor(had) ?? placeFor(below))?.focus();
    isGiving = false;
  };
  new MutationObserver(() => {
    if (isLooking || !had || page.activeElement !== page.body) return;
    isLooking = true;
    requestAnimationFrame(() => requestAnimationFrame(look));
  }).observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden'] });
}

interface Stop {
  readonly element: HTMLElement;
  /** What follows the heading of a page that was not there yet is the heading of the page. */
  readonly isHeading: boolean;
  readonly way: readonly Step[];
}

/** Dialogs, menus and lists stand beside the page's own root. */
function isOfPage(element: Element): boolean {
  return element.closest('#root') !== null;
}

/** The element itself, where it was only moved; else what comes nearest to it. */
function placeFor(stop: Stop | undefined): HTMLElement | undefined {
  if (!stop) return undefined;
  return isThere(stop.element) ? stop.element : placeIn(stop);
}

function isThere(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true });
}

function wayTo(element: Element): readonly Step[] {
  const way: Step[] = [];
  for (let child = element; child.parentElement !== null; child = child.parentElement) {
    // Above are the page and all that floats over it.
    if (child.parentElement === element.ownerDocument.body) break;
    const all = [...child.parentElement.children];
    way.push({
      parent: child.parentElement,
      index: all.indexOf(child),
      tag: child.tagName,
      isAlone: all.length === 1,
    });
  }
  return way;
}

/** What comes nearest to an element that is gone. */
function placeIn({ way, isHeading }: Stop): HTMLElement | undefined {
  for (const { parent, index, tag, isAlone } of way) {
    if (!parent.isConnected || !parent.checkVisibility()) continue;
    if (isHeading && !parent.matches(PLACES)) continue;
    const children = [...parent.children];
    const nearest = [...children.slice(index), ...children.slice(0, index).reverse()];
    if (!parent.matches(PLACES)) {
      const reached = firstOf(nearest);
      if (reached) return reached;
      continue;
    }
    if (isHeading) return headingOf(parent) ?? focusable(parent);
    // Another page came: it says itself where one begins on it.
    if (isAlone && parent.matches('main')) return undefined;
    const alike = nearest.filter(({ tagName }) => tagName === tag);
    return firstOf(alike) ?? headingOf(parent) ?? firstOf(nearest) ?? focusable(parent);
  }
  return undefined;
}

function firstOf(elements: readonly Element[]): HTMLElement | undefined {
  for (const element of elements) {
    const reached = firstReached(element);
    if (reached) return reached;
  }
  return undefined;
}

function firstReached(within: Element): HTMLElement | undefined {
  const all = within.matches(REACHED) ? [within] : [...within.querySelectorAll(REACHED)];
  return all.find((one): one is HTMLElement => one instanceof HTMLElement && isThere(one));
}

function headingOf(place: Element): HTMLElement | undefined {
  const heading = place.querySelector<HTMLElement>(HEADINGS);
  return heading && isThere(heading) ? focusable(heading) : undefined;
}

/** What is no stop of the Tab key, but can be told to those who listen. */
function focusable(element: Element): HTMLElement | undefined {
  if (!(element instanceof HTMLElement)) return undefined;
  if (!element.matches(REACHED)) element.tabIndex = -1;
  return element;
}
