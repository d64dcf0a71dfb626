import * as z from 'zod';
import type { Page } from '#contract/page.ts';
import type { TextBlock, TextRun, TextTree } from '#contract/text-tree.ts';
import type { JsonObject } from '#prelude/json.ts';
import { elementId } from './identifier.ts';
import { instant, milliseconds } from './time.ts';

const textRun: z.ZodType<TextRun> = z
  .lazy(() =>
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('text'), text: z.string() }),
      z.strictObject({ type: z.literal('value'), text: z.string() }),
      z.strictObject({ type: z.literal('strong'), children: z.array(textRun) }),
      z.strictObject({ type: z.literal('emphasis'), children: z.array(textRun) }),
      z.strictObject({ type: z.literal('code'), text: z.string() }),
      z.strictObject({ type: z.literal('link'), href: z.string(), children: z.array(textRun) }),
      z.strictObject({ type: z.literal('image'), src: z.string(), alt: z.string() }),
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
        items: z.array(z.array(textBlock)),
      }),
      z.strictObject({ type: z.literal('quote'), children: z.array(textBlock) }),
      z.strictObject({ type: z.literal('code'), text: z.string() }),
      z.strictObject({ type: z.literal('rule') }),
    ]),
  )
  .meta({ id: 'TextBlock' });

const textTree: z.ZodType<TextTree> = z.array(textBlock);

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** What a person sees at one moment of a run: the contract's page as the API documents it. */
export const page: z.ZodType<Page> = z
  .strictObject({
    n: z.int(),
    element: elementId,
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
        }),
      ),
      next: z.string().exactOptional(),
    }),
    help: textTree.exactOptional(),
    target: milliseconds.exactOptional(),
    sessionTarget: milliseconds.exactOptional(),
    enteredAt: instant,
    startedAt: instant,
    trail: z.array(
      z.strictObject({ n: z.int(), element: elementId, name: z.string(), answer: z.string().exactOptional() }),
    ),
    entryPoints: z.array(z.strictObject({ element: elementId, name: z.string() })),
    notes: z.array(z.strictObject({ n: z.int(), element: elementId, text: z.string(), at: instant })),
  })
  .meta({ id: 'Page' });
