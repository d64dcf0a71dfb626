import * as Y from 'yjs';
import { addressOf } from '#api/address.ts';
import { versionRoutes } from '#api/versions.ts';
import { type WorkingCopy, workingCopyRoutes } from '#api/working-copies.ts';
import { catalog } from '#elements/catalog.ts';
import { emptyInteraction, type Interaction } from '#format/interaction.ts';
import { checkInteraction, readInteraction } from '#format/read.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { Sample } from '#samples/samples.ts';
import { openDocument } from '../document/interaction-document.ts';
import { localCopies } from '../saving/copies.ts';
import { createCopyFrom, newInteractionId, stateOf } from '../saving/open-copy.ts';
import { fromBase64, toBase64 } from '../server/base64.ts';
import { call } from '../server/call.ts';

/**
 * Makes a working copy in this browser and, where there is an account to keep it in, on its server. Returns the id of
 * the one in this browser; without the server it is made all the same.
 */
export async function makeCopy(account: AccountId | undefined, file?: Interaction, basedOn?: number): Promise<string> {
  const interaction = file ?? emptyInteraction(newInteractionId(), 'New Interaction', 'en');
  const state = stateOf(interaction);
  const made =
    account === undefined
      ? undefined
      : await call(
          workingCopyRoutes.create,
          { account },
          {
            body: {
              interaction: interaction.id,
              name: interaction.name,
              update: toBase64(state),
              ...(basedOn === undefined ? {} : { basedOn }),
            },
          },
        );
  const server = account !== undefined && made?.ok ? { server: { account, copy: made.value.id } } : {};
  return createCopyFrom(state, { ...server, ...(basedOn === undefined ? {} : { basedOn }) });
}

/** The same of a sample. */
export async function copyOfSample(account: AccountId | undefined, sample: Sample): Promise<Result<string, string>> {
  const checked = checkInteraction(sample.content, catalog);
  return checked.ok ? ok(await makeCopy(account, checked.value)) : fail(`${sample.name} cannot be read`);
}

/** Brings a working copy of the server into this browser; the one that is here already is taken. */
export async function takeCopy(account: AccountId, copy: Pick<WorkingCopy, 'id'>): Promise<Result<string, string>> {
  const known = (await localCopies()).find(({ server }) => server?.copy === copy.id);
  if (known) return ok(known.id);
  const answer = await call(workingCopyRoutes.read, { account, copy: copy.id });
  if (!answer.ok) return fail(answer.error.title);
  const { update, basedOn } = answer.value;
  const state = fromBase64(update);
  const shared = new Y.Doc();
  Y.applyUpdate(shared, state);
  if (openDocument(shared).read().id === undefined) return fail('The working copy on the server is empty');
  return ok(
    await createCopyFrom(state, { server: { account, copy: copy.id }, ...(basedOn === null ? {} : { basedOn }) }),
  );
}

/** Opens a published Interaction: its working copy where there is one, else a new one of its newest version. */
export async function takeInteraction(account: AccountId, interaction: InteractionId): Promise<Result<string, string>> {
  const copies = await call(workingCopyRoutes.list, { account }, { query: { interaction } });
  const first = copies.ok ? copies.value.items[0] : undefined;
  if (first) return takeCopy(account, first);
  const versions = await call(versionRoutes.list, { account, interaction });
  if (!versions.ok) return fail(versions.error.title);
  const newest = versions.value.items[0];
  if (!newest) return fail('No version of this Interaction is published');
  const answer = await fetch(addressOf(versionRoutes.file, { account, interaction, version: newest.number }), {
    credentials: 'same-origin',
  });
  const read = answer.ok ? readInteraction(await answer.text(), catalog) : undefined;
  if (!read?.ok) return fail(`Version ${newest.number} could not be read`);
  return ok(await makeCopy(account, read.value, newest.number));
}
