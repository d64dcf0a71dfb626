import type { FilePatch } from '#contract/file-patch.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { Change, InteractionDiff, Part, PropertyChange } from './change.ts';
import { MAPS } from './diff.ts';

/** The edits that make the second Interaction of the first: of its content, its comments, the age of its translations and its layout. */
export function patchesOf({ content, comments, translations, layout }: InteractionDiff): readonly FilePatch[] {
  return [
    ...content.flatMap(changePatches),
    ...comments.flatMap(changePatches),
    ...translations.flatMap(changePatches),
    ...propertyPatches(['layout'], layout),
  ];
}

/** The edits that make one change. */
function changePatches(change: Change): readonly FilePatch[] {
  const path = pathOf(change);
  switch (change.change) {
    case 'added':
      return [{ path, value: change.value }];
    case 'removed':
      return [{ path }];
    case 'renamed':
    case 'moved':
    case 'changed':
      return propertyPatches(path, change.properties);
    default:
      return assertNever(change);
  }
}

/** Where the thing that changed stands in the file. */
export function pathOf({ part, id }: { readonly part: Part; readonly id: string }): readonly string[] {
  if (part === 'interaction') return [];
  const map = Object.entries(MAPS).find(([, each]) => each === part)?.[0];
  if (map === undefined) throw new Error(`Broken invariant: a ${part} stands in a map`);
  return [map, id];
}

function propertyPatches(path: readonly string[], properties: readonly PropertyChange[]): readonly FilePatch[] {
  return properties.map(({ path: below, after }) => ({
    path: [...path, ...below],
    ...(after === undefined ? {} : { value: after }),
  }));
}
