import type { AccountSettings } from '#api/accounts.ts';
import { CLIENTS } from '#api/clients.ts';
import type { Version, VersionDetail, VersionEvent } from '#api/versions.ts';
import { calledProblemsOf } from '#checks/called/called-problems.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { Db } from '#store/connect.ts';
import { findAccount } from '#store/queries/accounts.ts';
import { listAudit } from '#store/queries/audit.ts';
import type { VersionLine } from '#store/queries/versions.ts';
import type { Row } from '#store/tables.ts';
import { settingsOf } from '../accounts/settings.ts';
import { readDetails } from '../audit/present.ts';
import { type Names, namesOf } from '../names.ts';
import type { Programs } from '../programs.ts';
import type { Act } from '../record.ts';
import type { Services } from '../services.ts';
import { abilities, allows, type Member } from '../who.ts';
import { findAccountProblems } from './account-problems.ts';
import { asCalled, findCalledBy } from './called.ts';
import { heldUpBy } from './held-up.ts';
import { FROM, type Judged, mayDo } from './policy.ts';

/** Entries of a version's history that are shown. */
const MOST_EVENTS = 200;

const DID = {
  'version.published': 'published',
  'version.submitted': 'submitted',
  'version.changes-requested': 'requested-changes',
  'version.approved': 'approved',
  'version.made-live': 'made-live',
  'version.retired': 'retired',
} as const satisfies { readonly [act in Act]?: VersionEvent['did'] };

interface Looked {
  readonly who: Member;
  readonly db: Db;
  readonly programs: Programs;
}

type LookedClosely = Looked & Pick<Services, 'accountValues' | 'catalog'>;

export function objectOf(version: { readonly interaction_id: string; readonly number: number }): string {
  return `version:${version.interaction_id}/${version.number}`;
}

export async function presentVersions(
  look: Looked,
  interaction: Row<'interactions'>,
  rows: readonly VersionLine[],
): Promise<Version[]> {
  const { who, db } = look;
  const [account, names] = await Promise.all([
    findAccount(who.scope, db),
    namesOf(
      who.scope,
      db,
      rows.map(({ published_by }) => published_by),
    ),
  ]);
  invariant(account, 'a member’s account is there');
  const settings = settingsOf(account);
  const called = await findCalledBy(
    who.scope,
    db,
    interaction.id,
    rows.map(({ number }) => number),
  );
  return Promise.all(
    rows.map((row) =>
      presentVersion(look, interaction, { ...row, called: asCalled(called(row.number)) }, names, settings),
    ),
  );
}

export async function presentDetail(
  look: LookedClosely,
  interaction: Row<'interactions'>,
  row: VersionLine,
): Promise<VersionDetail> {
  const { who, db, programs } = look;
  const [version] = await presentVersions(look, interaction, [row]);
  invariant(version, 'one version in, one out');
  const program = await programOf(look, row);
  const entries = await listAudit(who.scope, db, { object: objectOf(row) }, MOST_EVENTS);
  const names = await namesOf(
    who.scope,
    db,
    entries.map(({ actor }) => actor),
  );
  const history = entries.toReversed().flatMap(({ at, actor, action, details }) => {
    const did = Object.entries(DID).find(([act]) => act === action)?.[1];
    return did ? [{ at, by: names.of(actor), did, why: readDetails(details).why }] : [];
  });
  const problemList = programs.problems(program).map(({ fix: _fix, ...problem }) => problem);
  const accountProblems = await findAccountProblems(who.scope, look, program.interaction);
  const called = asCalled((await findCalledBy(who.scope, db, row.interaction_id, [row.number]))(row.number));
  const calledProblems = calledProblemsOf(program.interaction, look.catalog, called).map(
    ({ fix: _fix, ...problem }) => problem,
  );
  const failedTests = (row.tests?.failed ?? []).map((test) => ({ ...test, failures: [...test.failures] }));
  return { ...version, problemList, accountProblems, calledProblems, failedTests, history };
}

async function presentVersion(
  look: Looked,
  interaction: Row<'interactions'>,
  row: VersionLine & Judged,
  names: Names,
  settings: AccountSettings,
): Promise<Version> {
  const { who } = look;
  const program = await programOf(look, row);
  const can = (act: Parameters<typeof mayDo>[0]) => mayDo(act, row, who, settings).ok;
  const here = interaction.deleted_at === null;
  return {
    interaction: { id: interaction.id, name: interaction.name },
    number: row.number,
    status: row.status,
    content: row.content_hash,
    note: row.note,
    clients: CLIENTS.filter((client) => row.clients.includes(client)),
    languages: [...program.interaction.languages],
    elements: program.elements.size,
    publishedAt: row.published_at,
    publishedBy: names.of(row.published_by),
    liveSince: row.status === 'live' ? row.status_at : null,
    problems: { errors: row.problems.errors, warnings: row.problems.warnings },
    tests: row.tests && { all: row.tests.all, passed: row.tests.passed },
    heldUp: isToDecide(row) ? [...heldUpBy(row, settings)] : [],
    answers: row.answers,
    abilities: abilities({
      submit: here && can('submit'),
      'request-changes': here && can('request-changes'),
      approve: here && can('approve'),
      'approve-and-go-live': here && can('approve-and-go-live'),
      'go-live': here && can('go-live'),
      retire: here && can('retire'),
      delete: here && can('delete'),
      test: here && allows(who, 'sessions.test'),
      run: here && row.status === 'live' && allows(who, 'sessions.run'),
    }),
  };
}

/** Whether approving a version or making it live would be the next step. */
function isToDecide({ status }: Judged): boolean {
  return [...FROM.approve, ...FROM['go-live']].some((from) => from === status);
}

function programOf({ who, db, programs }: Looked, row: VersionLine) {
  return programs.of(who.scope, db, { interaction_id: row.interaction_id, version_number: row.number });
}
