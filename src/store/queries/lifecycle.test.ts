import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { act, anAccount, anInteraction, aSession, aVersion, MORNING, newId } from '#test/database/rows.ts';
import type { AccountScope } from '../scope.ts';
import { insertChangeRequest, listChangeRequests, updateChangeRequest } from './change-requests.ts';
import { deleteComment, insertComment, listComments, resolveComment } from './comments.ts';
import { deleteEmptyFolder, insertFolder } from './folders.ts';
import { countSessionsSince, listInteractions } from './interaction-list.ts';
import {
  findInteraction,
  insertInteraction,
  lockInteraction,
  trashInteraction,
  updateInteraction,
} from './interactions.ts';
import {
  closeReview,
  insertDecision,
  insertReview,
  listDecisions,
  listReviewsWaitingFor,
  lockOpenReview,
} from './reviews.ts';
import { findVersion, insertVersion, listVersions, moveVersion } from './versions.ts';

let database: FreshDatabase;
let scope: AccountScope;
let other: AccountScope;
beforeAll(async () => {
  database = await freshDatabase();
  scope = await anAccount(database.db);
  other = await anAccount(database.db);
});
afterAll(() => database.drop());

test('publishing the same content twice makes no second version; other content gets the next number', async () => {
  const { db } = database;
  const interaction = await anInteraction(scope, db);
  const first = aVersion();
  expect(await insertVersion(scope, db, interaction, first, act())).toEqual({ number: 1, isNew: true });
  expect(await insertVersion(scope, db, interaction, { ...first, name: 'Again' }, act())).toEqual({
    number: 1,
    isNew: false,
  });
  expect(await insertVersion(scope, db, interaction, aVersion(), act())).toEqual({ number: 2, isNew: true });
  expect(await findVersion(scope, db, interaction, 1)).toMatchObject({
    bytes: first.bytes,
    status: 'draft',
    name: 'First',
  });
});

test('people who publish at the same time get numbers one after the other', async () => {
  const { db } = database;
  const interaction = await anInteraction(scope, db);
  const publish = () =>
    db.transaction().execute(async (transaction) => {
      await lockInteraction(scope, transaction, interaction);
      return insertVersion(scope, transaction, interaction, aVersion(), act());
    });
  const made = await Promise.all(Array.from({ length: 8 }, publish));
  expect(made.map((version) => version.number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('of two decisions about one version at once only the first moves it', async () => {
  const { db } = database;
  const interaction = await anInteraction(scope, db);
  await insertVersion(scope, db, interaction, aVersion(), act());
  await moveVersion(scope, db, interaction, 1, ['draft'], 'in-review', act());
  const moved = await Promise.all([
    moveVersion(scope, db, interaction, 1, ['in-review'], 'approved', act()),
    moveVersion(scope, db, interaction, 1, ['in-review'], 'changes-requested', act()),
  ]);
  expect(moved.filter(Boolean)).toHaveLength(1);
});

test('the list shows each Interaction with its live and its newest version and what waits for it', async () => {
  const { db } = database;
  const mine = await anAccount(db);
  const interaction = await anInteraction(mine, db, 'Card lost');
  await insertVersion(mine, db, interaction, aVersion(), act());
  await moveVersion(mine, db, interaction, 1, ['draft'], 'live', act());
  await updateInteraction(mine, db, interaction, { live_version: 1 }, act(MORNING + 1));
  const newest = { ...aVersion(), problems: { errors: 2, warnings: 1, infos: 0 } };
  await insertVersion(mine, db, interaction, newest, act());
  for (const status of ['open', 'done'] as const) {
    const id = newId<never>('chr');
    await insertChangeRequest(mine, db, { ...WISH, id, interaction_id: interaction }, act());
    await updateChangeRequest(mine, db, id, { status }, MORNING);
  }
  expect(await listInteractions(mine, db, {}, 10)).toMatchObject([
    {
      id: interaction,
      name: 'Card lost',
      live_version: 1,
      newest_number: 2,
      newest_status: 'draft',
      problems: { errors: 2, warnings: 1, infos: 0 },
      open_change_requests: 1,
    },
  ]);
  expect(await listInteractions(mine, db, { status: 'live' }, 10)).toHaveLength(1);
  expect(await listInteractions(mine, db, { status: 'draft' }, 10)).toHaveLength(0);
  expect(await listInteractions(mine, db, { text: 'CARD' }, 10)).toHaveLength(1);
  expect(await listInteractions(mine, db, { text: '%' }, 10)).toHaveLength(0);
  await trashInteraction(mine, db, interaction, 'No longer needed', act());
  expect(await listInteractions(mine, db, {}, 10)).toHaveLength(0);
  expect(await listInteractions(mine, db, { deleted: true }, 10)).toHaveLength(1);
});

test('the list can be turned page by page without missing or repeating one', async () => {
  const { db } = database;
  const mine = await anAccount(db);
  const all: string[] = [];
  for (let n = 0; n < 7; n++) {
    const id = await anInteraction(mine, db, `Interaction ${n}`);
    await updateInteraction(mine, db, id, {}, act(MORNING + (n % 3)));
    all.push(id);
  }
  const seen: string[] = [];
  for (;;) {
    const last = seen.at(-1);
    const after = (await listInteractions(mine, db, {}, 10)).find((line) => line.id === last);
    const page = await listInteractions(mine, db, {}, 3, after);
    seen.push(...page.map((line) => line.id));
    if (page.length < 3) break;
  }
  expect(seen).toHaveLength(7);
  expect(new Set(seen)).toEqual(new Set(all));
});

test('sessions of the last week are counted by kind', async () => {
  const { db } = database;
  const mine = await anAccount(db);
  const { interaction } = await aSession(mine, db);
  await aSession(mine, db, { interaction_id: interaction });
  await aSession(mine, db, { interaction_id: interaction, kind: 'test' });
  expect(await countSessionsSince(mine, db, 'live', MORNING)).toEqual(new Map([[interaction, 2]]));
  expect(await countSessionsSince(mine, db, 'live', MORNING + 86_400_000)).toEqual(new Map());
});

test('nothing of another account can be found, locked or changed', async () => {
  const { db } = database;
  const interaction = await anInteraction(scope, db, 'Ours');
  await insertVersion(scope, db, interaction, aVersion(), act());
  expect(await findInteraction(other, db, interaction)).toBeUndefined();
  expect(await lockInteraction(other, db, interaction)).toBeUndefined();
  expect(await listVersions(other, db, interaction)).toEqual([]);
  expect(await moveVersion(other, db, interaction, 1, ['draft'], 'live', act())).toBe(false);
  await updateInteraction(other, db, interaction, { name: 'Theirs' }, act());
  expect(await findInteraction(scope, db, interaction)).toMatchObject({ name: 'Ours' });
  // The same id in two accounts is two Interactions.
  const twin = { id: interaction, name: 'Theirs', description: '', folder_id: null };
  expect(await insertInteraction(other, db, twin, act())).toBe(true);
  expect(await insertInteraction(scope, db, twin, act())).toBe(false);
  expect(await findInteraction(scope, db, interaction)).toMatchObject({ name: 'Ours' });
});

test('a review waits for its reviewers until it is closed, and keeps every decision in its order', async () => {
  const { db } = database;
  const interaction = await anInteraction(scope, db);
  const version = aVersion();
  await insertVersion(scope, db, interaction, version, act());
  const reviewer = act().by;
  const review = {
    id: newId<string>('rev'),
    interaction_id: interaction,
    version_number: 1,
    content_hash: version.content_hash,
    reviewers: [reviewer],
    note: '',
    requested_at: MORNING,
    requested_by: act().by,
  };
  await insertReview(scope, db, review);
  expect(await listReviewsWaitingFor(scope, db, reviewer)).toMatchObject([{ id: review.id }]);
  expect(await listReviewsWaitingFor(scope, db, act().by)).toEqual([]);
  for (const decision of ['request-changes', 'approve'] as const) {
    await insertDecision(scope, db, {
      review_id: review.id,
      id: newId('dec'),
      decision,
      reason: 'Because',
      decided_at: MORNING,
      decided_by: reviewer,
    });
  }
  expect((await listDecisions(scope, db, review.id)).map((row) => row.decision)).toEqual([
    'request-changes',
    'approve',
  ]);
  expect(await lockOpenReview(scope, db, interaction, 1)).toMatchObject({ id: review.id });
  await closeReview(scope, db, review.id, MORNING);
  expect(await lockOpenReview(scope, db, interaction, 1)).toBeUndefined();
  expect(await listReviewsWaitingFor(scope, db, reviewer)).toEqual([]);
});

test('a comment goes with its answers', async () => {
  const { db } = database;
  const interaction = await anInteraction(scope, db);
  const comment = { interaction_id: interaction, element: null, version_number: null, session_id: null };
  const thread = newId<string>('com');
  await insertComment(scope, db, { ...comment, id: thread, parent_id: null, text: 'Why?' }, act());
  await insertComment(scope, db, { ...comment, id: newId('com'), parent_id: thread, text: 'Because.' }, act());
  await resolveComment(scope, db, thread, act());
  expect((await listComments(scope, db, interaction)).map((row) => [row.text, row.resolved_at])).toEqual([
    ['Why?', MORNING],
    ['Because.', null],
  ]);
  await deleteComment(scope, db, thread);
  expect(await listComments(scope, db, interaction)).toEqual([]);
});

test('a change request keeps its figures as they were', async () => {
  const { db } = database;
  const interaction = await anInteraction(scope, db);
  await insertChangeRequest(scope, db, { ...WISH, id: newId('chr'), interaction_id: interaction }, act());
  expect(await listChangeRequests(scope, db, { interaction, status: ['open'] })).toMatchObject([
    { figures: WISH.figures, goal: null, effect: null, status: 'open' },
  ]);
  expect(await listChangeRequests(scope, db, { interaction, status: ['done'] })).toEqual([]);
});

test('only an empty folder can be deleted', async () => {
  const { db } = database;
  const folder = { id: newId<never>('fol'), parent_id: null, name: 'Cards', created_at: MORNING, created_by: act().by };
  expect(await insertFolder(scope, db, folder)).toBe(true);
  expect(await insertFolder(scope, db, { ...folder, id: newId<never>('fol'), name: 'CARDS' })).toBe(false);
  const interaction = await anInteraction(scope, db);
  await updateInteraction(scope, db, interaction, { folder_id: folder.id }, act());
  expect(await deleteEmptyFolder(scope, db, folder.id)).toBe(false);
  expect(await listInteractions(scope, db, { folder: folder.id }, 10)).toHaveLength(1);
  await updateInteraction(scope, db, interaction, { folder_id: null }, act());
  expect(await deleteEmptyFolder(scope, db, folder.id)).toBe(true);
});

const WISH = {
  element: null,
  version_number: 1,
  period_from: MORNING,
  period_to: MORNING + 1,
  wish: 'Ask less',
  figures: [{ median: 41_000 }],
  goal: null,
  sessions: [],
  owner: null,
};
