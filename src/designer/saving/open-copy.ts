import * as Y from 'yjs';
import { catalog } from '#elements/catalog.ts';
import { emptyInteraction, type Interaction } from '#format/interaction.ts';
import { withPlaces } from '#map/places.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { timeSortedIds } from '#prelude/ports.ts';
import { openHistory } from '../document/history.ts';
import { documentOf, type InteractionDocument, openDocument } from '../document/interaction-document.ts';
import { createEditor, type Editor } from '../editor/editor.ts';
import { type PageHost, pageHost } from '../page/page-host.ts';
import { openContent, writeContent } from './content.ts';
import { keepCopy, type LocalCopy, localCopy } from './copies.ts';
import { keepInBrowser, type LocalSaving } from './local-saving.ts';

const clock = { now: () => Date.now() };
const random = { next: () => Math.random() };
const ids = timeSortedIds(clock, random);

export function newInteractionId(): InteractionId {
  return ids.make('int') as InteractionId;
}

/** An open working copy with everything that keeps it. */
export interface OpenCopy {
  readonly copy: LocalCopy;
  readonly editor: Editor;
  readonly host: PageHost;
  readonly document: InteractionDocument;
  readonly saving: LocalSaving;
  close(): Promise<void>;
}

/** Makes a working copy of a file in this browser; of an empty one where none is given. Returns its id. */
export function createCopy(file: Interaction | undefined): Promise<string> {
  const interaction = file ?? emptyInteraction(newInteractionId(), 'New Interaction', 'en');
  return createCopyFrom(stateOf(interaction), {});
}

/** The state of a new document that holds a file. On the map everything has its place, also where the file names none. */
export function stateOf(interaction: Interaction): Uint8Array {
  return Y.encodeStateAsUpdate(documentOf(withPlaces(interaction, catalog)).shared);
}

/** The same of a document's state, as it came from the server or goes there. */
export async function createCopyFrom(
  state: Uint8Array,
  more: Partial<Pick<LocalCopy, 'server' | 'basedOn'>>,
): Promise<string> {
  const id = ids.make('wc');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  // First what it holds: a copy that is listed is whole.
  const content = await openContent(id);
  await writeContent(content, { updates: [state], put: [], removed: [] });
  content.close();
  await keepCopy({ ...recordOf(id, openDocument(doc).read(), clock.now()), ...more });
  return id;
}

export function recordOf(id: string, interaction: Interaction, modifiedAt: number): LocalCopy {
  return {
    id,
    interaction: interaction.id,
    name: interaction.name,
    modifiedAt,
    elements: Object.keys(interaction.elements).length,
  };
}

/** Opens a working copy of this browser; undefined where there is none of this id. */
export async function openCopy(id: string): Promise<OpenCopy | undefined> {
  const copy = await localCopy(id);
  if (!copy) return undefined;
  const doc = new Y.Doc();
  const saving = await keepInBrowser(id, doc);
  const document = openDocument(doc);
  const history = openHistory(document, saving.entries, saving.log, ids.make('tab'));
  saving.follow(history.take);
  const host = pageHost();
  const editor = createEditor({ catalog, document, history, host, clock, random });
  return { copy, editor, host, document, saving, close: () => saving.close() };
}
