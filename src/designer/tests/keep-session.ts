import { sessionRoutes } from '#api/sessions.ts';
import { ENGINE_OUTCOMES } from '#contract/event.ts';
import type { AccountId, SessionId } from '#prelude/ids.ts';
import { freeTestName } from '../commands/tests.ts';
import type { Editor } from '../editor/editor.ts';
import { call } from '../server/call.ts';
import { calledInteractions, readVersion } from './called-interactions.ts';
import { showKept } from './keep-run.ts';
import { runsOf } from './runs-of.ts';

/**
 * Keeps a session of the server as a test: what it did on the version that it ran, which the working copy must do too.
 * Its log holds no secrets; of sessions with customers nothing personal is kept either.
 */
export async function keepSession(editor: Editor, account: AccountId, session: SessionId): Promise<void> {
  const [found, log] = await Promise.all([
    call(sessionRoutes.read, { account, session }),
    call(sessionRoutes.steps, { account, session }),
  ]);
  const failed = (why: string) => editor.say(`The session was not kept as a test: ${why}`);
  if (!found.ok) return failed(found.error.detail ?? found.error.title);
  if (!log.ok) return failed(log.error.detail ?? log.error.title);
  const { interaction: of, kind } = found.value;
  if (of.id !== editor.interaction.id) return failed(`it ran “${of.name}”`);
  const interaction = await readVersion({ account, interaction: of.id, version: of.version }, editor.catalog);
  if (!interaction) return failed(`version ${of.version} could not be read`);
  const events = log.value.items.flatMap((step) => step.events);
  const runs = runsOf(editor, account);
  const library = await calledInteractions(interaction, editor.catalog, account, new Map());
  const name = freeTestName(editor, nameOf(log.value.items[0]?.at, found.value.outcome));
  const recorded = await runs.record(events, { name, hidesPersonal: kind === 'live' }, { interaction, library });
  if (!recorded.ok) return failed(recorded.error);
  showKept(editor, runs, recorded.value);
}

/** No word of what was answered: it may be about a person. */
function nameOf(at: number | undefined, outcome: string | undefined): string {
  const day = at === undefined ? '' : ` of ${new Date(at).toLocaleDateString('en', { dateStyle: 'medium' })}`;
  return `Session${day}${outcome === undefined || outcome === ENGINE_OUTCOMES.completed ? '' : `: ${outcome}`}`;
}
