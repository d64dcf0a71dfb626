import { catalog } from '#elements/catalog.ts';
import { type Change, type InteractionDiff, isSameContent, type PropertyChange } from '#format/diff/change.ts';
import { type Compared, describeChanges, describeLayout, PART_TITLES } from '#format/diff/describe-diff.ts';
import { diffInteractions } from '#format/diff/diff.ts';
import { patchesOf, pathOf } from '#format/diff/patches.ts';
import { contentHash, wholeHash } from '#format/hash.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Command, Terminal } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';
import { printable } from '../printable.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark diff A B [--json]

Tells what differs between two Interaction files: what was added (+), removed (-) and changed (~) in the content, which is what
runs, and apart from it in comments, in the age of translations and on the map. One of the files may be standard input, -. With --json:

  { "same": boolean, "before": { "file", "content", "whole" }, "after": { "file", "content", "whole" },
    "content": [ CHANGE ], "comments": [ CHANGE ], "translations": [ CHANGE ], "layout": [ PROPERTY ],
    "patches": [ { "path": [ key ], "value"? } ] }

  CHANGE is { "part": "interaction"|"variable"|"element"|"connector"|"rule"|"test"|"comment", "id", "path", "words",
    "change": "added"|"removed", "value" } or { …, "change": "renamed"|"moved"|"changed", "properties": [ PROPERTY ] }
  PROPERTY is { "path", "before"?, "after"?, "items"?: [ ITEM ] }, without a side where the property was or is not there
  ITEM, of a list, is { "from"?, "to"?, "moved"?, "before"?, "after"?, "properties"?: [ PROPERTY ] }, its places from 0

"same" is about the content, and "content" and "whole" of a file are its hashes. Paths are dotted and lead from the top of
the file, those of an item's properties from the item. The patches, applied in order, make B of A.

Ends with 0 where the content is the same, 1 where it is not, 2 where a file cannot be read.
`;

const SIGNS = { added: '+', removed: '-', renamed: '~', moved: '~', changed: '~' } as const;

/** `waymark diff A B`: what differs between two files, in words or as JSON. */
export const diff: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, { json: { type: 'boolean' } });
    if (!read.ok) return wrongUse(read.error, USAGE, terminal);
    const [fileBefore, fileAfter, ...more] = read.value.files;
    if (fileBefore === undefined || fileAfter === undefined || more.length > 0) {
      return wrongUse('Name two files', USAGE, terminal);
    }
    const before = await readInteractionFile(fileBefore, terminal);
    const after = await readInteractionFile(fileAfter, terminal);
    if (!before || !after) return 2;
    const compared = { before, after, diff: diffInteractions(before, after) };
    if (read.value.values.json) terminal.out(`${JSON.stringify(asJson(compared, fileBefore, fileAfter))}\n`);
    else tell(compared, terminal);
    return isSameContent(compared.diff) ? 0 : 1;
  },
};

function tell(compared: Compared, terminal: Terminal): void {
  const say = (line: string) => terminal.out(printable(`${line}\n`));
  const { content, comments, translations } = compared.diff;
  if (content.length === 0) say('The content is the same');
  for (const [part, title] of Object.entries(PART_TITLES)) {
    const changes = [...content, ...comments].filter((change) => change.part === part);
    if (changes.length > 0) say(title);
    for (const { change, words, details } of describeChanges(compared, changes, catalog)) {
      say(`  ${SIGNS[change]} ${words}`);
      for (const detail of details) say(`      ${detail}`);
    }
  }
  if (translations.length > 0) say('Age of translations');
  for (const { words } of describeChanges(compared, translations, catalog)) say(`  ~ ${words}`);
  const layout = describeLayout(compared);
  if (layout.length > 0) say('Map');
  for (const line of layout) say(`  ~ ${line}`);
}

function asJson(compared: Compared, fileBefore: string, fileAfter: string): object {
  const { before, after, diff: found } = compared;
  const side = (file: string, interaction: Interaction) => ({
    file,
    content: contentHash(interaction),
    whole: wholeHash(interaction),
  });
  return {
    same: isSameContent(found),
    before: side(fileBefore, before),
    after: side(fileAfter, after),
    content: changesAsJson(compared, found.content),
    comments: changesAsJson(compared, found.comments),
    translations: changesAsJson(compared, found.translations),
    layout: found.layout.map((property) => propertyAsJson(property, ['layout'])),
    patches: patchesOf(found),
  };
}

function changesAsJson(compared: Compared, changes: InteractionDiff['content']): readonly object[] {
  const words = describeChanges(compared, changes, catalog);
  return changes.map((change, index) => {
    const { part, id } = change;
    const path = pathOf(change);
    const what = { part, id, path: path.join('.'), words: words[index]?.words, change: change.change };
    return { ...what, ...contentOf(change, path) };
  });
}

function contentOf(change: Change, path: readonly string[]): object {
  if (change.change === 'added' || change.change === 'removed') return { value: change.value };
  return { properties: change.properties.map((property) => propertyAsJson(property, path)) };
}

function propertyAsJson({ path, items, ...values }: PropertyChange, above: readonly string[]): object {
  const within = items?.map(({ properties, ...item }) => ({
    ...item,
    ...(properties ? { properties: properties.map((property) => propertyAsJson(property, [])) } : {}),
  }));
  return { path: [...above, ...path].join('.'), ...values, ...(within ? { items: within } : {}) };
}
