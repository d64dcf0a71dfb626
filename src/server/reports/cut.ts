import type * as z from 'zod';
import type { reportRoutes } from '#api/reports.ts';
import type { Program } from '#engine/program.ts';
import type { Db } from '#store/connect.ts';
import { findAccount } from '#store/queries/accounts.ts';
import { findInteraction } from '#store/queries/interactions.ts';
import { listVersions } from '#store/queries/versions.ts';
import type { Cut, TargetTime } from '#store/replica/evidence.ts';
import { settingsOf } from '../accounts/settings.ts';
import type { Programs } from '../programs.ts';
import { reportCircleOf } from '../sessions/circle.ts';
import { pinnedProgram } from '../sessions/present.ts';
import type { Member } from '../who.ts';

type Query = z.output<(typeof reportRoutes)['summary']['query']>;

/**
 * Which sessions are asked for; live ones where nothing is said, and never of several kinds. Who may not see the reports
 * of the whole account gets those of their own teams.
 */
export async function cutOf(
  look: Pick<Looking, 'who' | 'db'>,
  { kind = 'live', interaction, versions, from, to, client, channel }: Query,
): Promise<Cut> {
  const circle = await reportCircleOf(look);
  return {
    kind,
    ...(interaction === undefined ? {} : { interaction }),
    ...(versions === undefined ? {} : { versions }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(client === undefined ? {} : { client }),
    ...(channel === undefined ? {} : { channel }),
    ...(circle.everybody ? {} : { among: circle }),
  };
}

interface Looking {
  readonly who: Member;
  readonly db: Db;
  readonly programs: Programs;
}

/** The versions of an Interaction that a cut covers, the newest first; undefined where there is no such Interaction. */
export async function programsOf(look: Looking, { interaction, versions }: Cut): Promise<Program[] | undefined> {
  const { who, db } = look;
  if (interaction === undefined || !(await findInteraction(who.scope, db, interaction))) return undefined;
  const lines = await listVersions(who.scope, db, interaction);
  const wanted = lines.filter(({ number }) => versions?.includes(number) ?? true);
  return Promise.all(
    wanted.map(({ interaction_id, number }) => pinnedProgram(look, { interaction_id, version_number: number })),
  );
}

/** The target time of each element of these versions: its own, else the account's. */
export async function targetsOf({ who, db }: Looking, programs: readonly Program[]): Promise<TargetTime[]> {
  const account = await findAccount(who.scope, db);
  const seconds = account ? settingsOf(account).elementTarget : null;
  const usual = seconds === null ? undefined : seconds * 1000;
  return programs.flatMap(({ version, elements }) =>
    [...elements.values()].flatMap(({ id, type, target = usual }) =>
      target === undefined || !type.page ? [] : [{ version, element: id, target }],
    ),
  );
}
