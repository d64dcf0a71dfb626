import * as z from 'zod';
import type { Page, PageButton, PageSection, PageWait } from '#contract/page.ts';
import type { TextBlock, TextRun, TextTree } from '#contract/text-tree.ts';
import type { JsonObject } from '#prelude/json.ts';
import { elementId, elementPath } from './identifier.ts';
import { instant, milliseconds } from './time.ts';

const textRun: z.ZodType<TextRun> = z
  .lazy(() =>
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('text'), text: z.string() }),
      z.strictObject({ type: z.literal('value'), text: z.string() }),
      z.strictObject({ type: z.literal('strong'), children: z.array(textRun) }),
      z.strictObject({ type: z.literal('emphasis'), children: z.array(textRun) }),
      z.strictObject({ type: z.literal('code'), text: z.string() }),
      z.strictObject({
        type: z.literal('link'),
        href: z.string(),
        title: z.string().exactOptional(),
        children: z.array(textRun),
      }),
      z.strictObject({
        type: z.literal('image'),
        src: z.string(),
        alt: z.string(),
        title: z.string().exactOptional(),
      }),
      z.strictObject({ type: z.literal('break') }),
    ]),
  )
  .meta({ id: 'TextRun' });

const textBlock: z.ZodType<TextBlock> = z
  .lazy(() =>
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('paragraph'), children: z.array(textRun) }),
      z.strictObject({
        type: z.literal('heading'),
        level: z.literal([1, 2, 3, 4, 5, 6]),
        children: z.array(textRun),
      }),
      z.strictObject({
        type: z.literal('list'),
        ordered: z.boolean(),
        start: z.int().exactOptional(),
        tight: z.boolean(),
        items: z.array(z.array(textBlock)),
      }),
      z.strictObject({ type: z.literal('quote'), children: z.array(textBlock) }),
      z.strictObject({ type: z.literal('code'), text: z.string(), language: z.string().exactOptional() }),
      z.strictObject({ type: z.literal('rule') }),
    ]),
  )
  .meta({ id: 'TextBlock' });

const textTree: z.ZodType<TextTree> = z.array(textBlock);

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

const section: z.ZodType<PageSection> = z.strictObject({
  title: z.string().exactOptional(),
  columns: z.literal([1, 2, 3]),
  items: z.array(
    z.union([
      z.strictObject({ field: z.string() }),
      z.strictObject({ text: textTree, shownWhen: z.string().exactOptional() }),
    ]),
  ),
  shownWhen: z.string().exactOptional(),
});

const button: z.ZodType<PageButton> = z.strictObject({
  id: z.string(),
  label: z.string(),
  href: z.string().exactOptional(),
  busy: z.literal(true).exactOptional(),
});

const wait: z.ZodType<PageWait> = z.strictObject({
  effect: z.string(),
  kind: z.enum(['call', 'mail', 'client-event', 'wait']),
  since: instant,
  label: z.string(),
  until: instant.exactOptional(),
  skippable: z.boolean(),
});

/** What a person sees at one moment of a run: the contract's page as the API documents it. */
export const page: z.ZodType<Page> = z
  .strictObject({
    n: z.int(),
    element: elementPath,
    type: z.string(),
    name: z.string(),
    language: z.string(),
    part: z.strictObject({
      text: textTree,
      fields: z.array(
        z.strictObject({
          name: z.string(),
          kind: z.string(),
          label: z.string(),
          hint: z.string().exactOptional(),
          required: z.boolean(),
          shows: z.literal(true).exactOptional(),
          secret: z.literal(true).exactOptional(),
          options: z
            .array(
              z.strictObject({
                value: z.string(),
                label: z.string(),
                element: elementId.exactOptional(),
                image: z.string().exactOptional(),
                heading: z.string().exactOptional(),
              }),
            )
            .exactOptional(),
          value: z.json().exactOptional(),
          limits: jsonObject,
          shownWhen: z.string().exactOptional(),
          requiredWhen: z.string().exactOptional(),
        }),
      ),
      sections: z.array(section).exactOptional(),
      values: jsonObject.exactOptional(),
      types: jsonObject.exactOptional(),
      timeZone: z.string().exactOptional(),
      untrue: z.array(z.string()).exactOptional(),
      next: z.string().exactOptional(),
    }),
    help: textTree.exactOptional(),
    target: milliseconds.exactOptional(),
    sessionTarget: milliseconds.exactOptional(),
    enteredAt: instant,
    startedAt: instant,
    trail: z.array(
      z.strictObject({ n: z.int(), element: elementPath, name: z.string(), answer: z.string().exactOptional() }),
    ),
    entryPoints: z.array(z.strictObject({ element: elementPath, name: z.string() })),
    languages: z.array(z.string()),
    buttons: z.array(button).exactOptional(),
    wait: wait.exactOptional(),
    problems: z.array(z.strictObject({ field: z.string(), code: z.string(), message: z.string() })).exactOptional(),
    ahead: z.int().exactOptional(),
    returns: z.strictObject({ element: elementPath, name: z.string() }).exactOptional(),
    notes: z.array(z.strictObject({ n: z.int(), element: elementPath, text: z.string(), at: instant })),
  })
  .meta({ id: 'Page' });
