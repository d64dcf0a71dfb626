import { accountRoutes } from '#api/accounts.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { valueRoutes } from '#api/values.ts';
import { ACCOUNT_VALUES, type AccountValueKind } from '#contract/account-values.ts';
import { ENGINE_OUTCOMES, type SessionEvent } from '#contract/event.ts';
import { compileWithLibrary } from '#engine/library.ts';
import type { Program } from '#engine/program.ts';
import { readBy } from '#engine/tests/seen-by-session.ts';
import type { AccountId, SessionId } from '#prelude/ids.ts';
import { dayWords } from '#ui/when.ts';
import { freeTestName } from '../commands/tests.ts';
import type { Editor } from '../editor/editor.ts';
import { call } from '../server/call.ts';
import { pinnedInteractions, readVersion } from './called-interactions.ts';
import { showKept } from './keep-run.ts';
import { runsOf, shelfOf } from './runs-of.ts';
import { type ValuesThen, valuesThen } from './values-then.ts';

/**
 * Keeps a session of the server as a test: what it did on the version that it ran, which the working copy must do too.
 * Its log holds no secrets; of sessions with customers nothing personal is kept either.
 */
export async function keepSession(editor: Editor, account: AccountId, session: SessionId): Promise<void> {
  const [found, log, its] = await Promise.all([
    call(sessionRoutes.read, { account, session }),
    call(sessionRoutes.steps, { account, session }),
    call(accountRoutes.read, { account }),
  ]);
  const failed = (why: string) => editor.say(`The session was not kept as a test: ${why}`);
  if (!found.ok) return failed(found.error.detail ?? found.error.title);
  if (!log.ok) return failed(log.error.detail ?? log.error.title);
  if (!its.ok) return failed(its.error.detail ?? its.error.title);
  const { interaction: of, kind } = found.value;
  if (of.id !== editor.interaction.id) return failed(`it ran “${of.name}”`);
  const interaction = await readVersion({ account, interaction: of.id, version: of.version }, editor.catalog);
  if (!interaction) return failed(`version ${of.version} could not be read`);
  const events = log.value.items.flatMap((step) => step.events);
  const runs = runsOf(editor, account);
  const library = await pinnedInteractions(of.id, of.version, shelfOf(editor, account));
  const { values, notes } = await valuesOf(
    account,
    compileWithLibrary(interaction, library, editor.catalog),
    events,
    kind === 'live' ? 'live' : 'test',
  );
  const name = freeTestName(editor, nameOf(log.value.items[0]?.at, found.value.outcome));
  const { timeZone } = its.value.settings;
  const options = { name, hidesPersonal: kind === 'live', values, timeZone };
  const recorded = await runs.record(events, options, { interaction, library });
  if (!recorded.ok) return failed(recorded.error);
  const { test } = recorded.value;
  showKept(editor, runs, { test, notes: [...notes, ...recorded.value.notes] });
}

/** What the session read of the account, by what its version and those that it runs read. */
async function valuesOf(
  account: AccountId,
  program: Program,
  events: readonly SessionEvent[],
  kind: AccountValueKind,
): Promise<ValuesThen> {
  const [started] = events;
  const read = readBy(program).get(ACCOUNT_VALUES);
  if (started?.kind !== 'session-started' || !read) return { values: {}, notes: [] };
  const named = [...read].filter((key) => key !== undefined);
  const all = read.has(undefined) ? await call(valueRoutes.types, { account }) : undefined;
  const keys = all?.ok ? all.value.items.map(({ key }) => key) : named;
  const to = events.reduce((last, event) => Math.max(last, 'at' in event ? event.at : 0), started.at);
  const { language, at: from } = started;
  return valuesThen(account, keys, { kind, from, to, language, sourceLanguage: program.sourceLanguage });
}

/** No word of what was answered: it may be about a person. */
function nameOf(at: number | undefined, outcome: string | undefined): string {
  const day = at === undefined ? '' : ` of ${dayWords(at, undefined)}`;
  return `Session${day}${outcome === undefined || outcome === ENGINE_OUTCOMES.completed ? '' : `: ${outcome}`}`;
}
