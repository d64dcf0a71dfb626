import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import { atPace } from './person.ts';

export interface PageOptions {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  /** Moving things are tested where they move; elsewhere they only make tests wait. */
  readonly motion?: 'reduce' | 'no-preference';
  readonly contrast?: 'more' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
  /** `own`: time goes on as ever, and `page.clock` can make it jump. */
  readonly clock?: 'own' | 'system';
}

/** Milliseconds that anything awaited in a page may take, on a machine that does other work too. */
const PATIENCE = 120_000;

const problems = new WeakMap<Page, string[]>();
let connection: Promise<Browser> | undefined;

/** A page in a browser context of its own, closed when the test ends. Call it within a test. */
export async function newPage(options: PageOptions = {}): Promise<Page> {
  const context = await newContext(options);
  return watched(await context.newPage());
}

/** A context of its own, for tests with several tabs of one person. */
export async function newContext(options: PageOptions = {}): Promise<BrowserContext> {
  const settings: BrowserContextOptions = {
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.theme ?? 'light',
    locale: options.locale ?? 'en-US',
    reducedMotion: options.motion ?? 'reduce',
    contrast: options.contrast ?? 'no-preference',
    forcedColors: options.forcedColors ?? 'none',
    timezoneId: 'UTC',
  };
  const context = await (await browser()).newContext(settings);
  context.setDefaultTimeout(PATIENCE);
  atPace(context);
  if (options.clock === 'own') await context.clock.install();
  onTestFinished(() => context.close());
  return context;
}

/** Remembers what goes wrong in a page; {@link problemsOf} tells. */
export function watched(page: Page): Page {
  const seen: string[] = [];
  problems.set(page, seen);
  page.on('pageerror', (error) => seen.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.push(message.text());
  });
  return page;
}

/** Errors thrown, errors and warnings logged, and breaches of the content security policy, since the page was opened. */
export function problemsOf(page: Page): readonly string[] {
  return problems.get(page) ?? [];
}

/** The folder of the pages as they are shipped, built once a run. */
export function builtPages(): Promise<string> {
  return ask('/pages');
}

/** The folder of the page of all components, built once a run. */
export function builtGallery(): Promise<string> {
  return ask('/gallery');
}

/** One connection a thread; the browser itself is one a run. */
function browser(): Promise<Browser> {
  connection ??= ask('/browser').then((endpoint) => chromium.connect(endpoint));
  return connection;
}

async function ask(path: string): Promise<string> {
  const response = await fetch(inject('browserSetup') + path);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
