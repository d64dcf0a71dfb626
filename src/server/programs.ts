import { createHash } from 'node:crypto';
import { calleesOf } from '#checks/callees.ts';
import { problemsOfProgram } from '#checks/program-problems.ts';
import { type AccountValues, recordOf } from '#contract/account-values.ts';
import type { Catalog } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import { compilePinned, type Pinned } from '#engine/library.ts';
import type { Program } from '#engine/program.ts';
import type { ValueType } from '#expressions/value-type.ts';
import { callsOf, versionName } from '#format/library.ts';
import { readInteraction } from '#format/read.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { findPinnedFiles, type PinnedFile } from '#store/queries/version-pins.ts';
import type { AccountScope } from '#store/scope.ts';
import type { CurrentValues } from './values/current-values.ts';

/** Programs kept at once: far more than an account has live versions. */
const MOST = 500;

/** Which version is run: as the rows of sessions say it. */
export interface VersionPin {
  readonly interaction_id: InteractionId;
  readonly version_number: number;
}

/**
 * Compiled versions: what is published never changes, nor which versions of others it runs, so one serves every session.
 * What lacks an Interaction that it runs may get it yet, and is compiled each time.
 */
export interface Programs {
  /** The program of a version, compiled where it is not at hand. */
  of(scope: AccountScope, db: Db, pin: VersionPin): Promise<Program>;
  /** The same where it was compiled before, with the account's values having these types. */
  atHand(account: AccountId, pin: VersionPin, types: AccountValues['types']): Program | undefined;
  /** What the checks find in it, found once. */
  problems(program: Program): readonly Problem[];
}

export function programs(catalog: Catalog, accountValues: Pick<CurrentValues, 'of'>): Programs {
  const known = new Map<string, Program>();
  const found = new WeakMap<Program, readonly Problem[]>();
  const underWay = new Map<string, Promise<Program>>();
  const keep = (key: string, program: Program) => {
    // Set anew, so that the map's order is that of use.
    known.delete(key);
    known.set(key, program);
    const oldest = known.keys().next().value;
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return program;
  };
  const make = async (scope: AccountScope, db: Db, pin: VersionPin, types: AccountValues['types'], key: string) => {
    const { interaction_id: interaction, version_number: number } = pin;
    const files = await findPinnedFiles(scope, db, { interaction, number });
    const made = compiled(files, catalog, recordOf({ types }));
    return made.isWhole ? keep(key, made.program) : made.program;
  };
  return {
    async of(scope, db, pin) {
      const { types } = await accountValues.of(scope, 'live');
      const key = keyOf(scope.account, pin, types);
      const kept = known.get(key);
      if (kept) return keep(key, kept);
      // After a start everybody comes at once, and compiling holds up all the others. Where another's transaction failed, one's
      // own may not.
      const others = underWay.get(key);
      const made = others && (await others.catch(() => undefined));
      if (made) return made;
      const making = make(scope, db, pin, types, key).finally(() => {
        if (underWay.get(key) === making) underWay.delete(key);
      });
      underWay.set(key, making);
      return making;
    },
    atHand(account, pin, types) {
      const key = keyOf(account, pin, types);
      const kept = known.get(key);
      return kept && keep(key, kept);
    },
    problems(program) {
      const problems = found.get(program) ?? problemsOfProgram(program, catalog);
      found.set(program, problems);
      return problems;
    },
  };
}

function keyOf(
  account: AccountId,
  { interaction_id: interaction, version_number: version }: VersionPin,
  types: AccountValues['types'],
): string {
  let said = typeKeys.get(types);
  if (said === undefined) {
    said = createHash('sha256').update(JSON.stringify(types)).digest('base64url');
    typeKeys.set(types, said);
  }
  return `${account}/${interaction}/${version}/${said}`;
}

/** What tells the types of an account's values from others, made once: every step asks. */
const typeKeys = new WeakMap<AccountValues['types'], string>();

/** The first file's program, with those of the others for what it calls, and whether all that any of them calls is there. */
export function compiled(
  files: readonly PinnedFile[],
  catalog: Catalog,
  values?: ValueType,
): { readonly program: Program; readonly isWhole: boolean } {
  const [first, ...others] = files.map((file) => pinned(file, catalog));
  invariant(first, 'a version has its bytes');
  const isWhole = [first, ...others].every(({ interaction, calls }) =>
    calleesOf(interaction, catalog).every((callee) => calls[callee] !== undefined),
  );
  return { program: compilePinned([first, ...others], catalog, values ? { values } : {}), isWhole };
}

function pinned({ interaction_id: id, number, bytes, pins }: PinnedFile, catalog: Catalog): Pinned {
  const read = readInteraction(bytes, catalog);
  invariant(read.ok, 'a published file can be read');
  return { name: versionName(id, number), interaction: read.value, calls: callsOf(pins) };
}
