import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { versionRoutes } from '#api/versions.ts';
import { calledProblemsOf } from '#checks/called/called-problems.ts';
import { type CalledVersions, calledFrom, type PinnedFindings } from '#checks/called/called-version.ts';
import { calleesOf } from '#checks/callees.ts';
import type { Problem } from '#contract/problem.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { versionToRun } from '../tests/called-interactions.ts';
import { shelfOf } from '../tests/runs-of.ts';
import { call } from './call.ts';

const NONE: readonly Problem[] = [];

/**
 * What others have that the working copy would run if it were published to an account now: their errors and failed tests,
 * as the server keeps them. Asked again whenever somebody comes back to this window; nothing is said of what is not known.
 */
export function useCalledProblems(account: AccountId | undefined): readonly Problem[] {
  const { catalog } = useEditor();
  const interaction = useInteraction();
  const { id, elements } = interaction;
  const [known, setKnown] = useState<{ readonly of: string; readonly called: CalledVersions }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whom it calls hangs on its elements alone
  const callees = useMemo(
    () =>
      calleesOf(interaction, catalog)
        .filter((callee) => callee !== id)
        .join(),
    [elements, id, catalog],
  );
  const name = `${account} ${callees}`;
  const wanted = useRef(name);
  wanted.current = name;
  const load = useCallback(async () => {
    if (account === undefined || callees === '') return;
    const called = await readCalled(account, callees.split(',') as InteractionId[], (callee) =>
      versionToRun(callee, shelfOf({ catalog }, account)),
    );
    if (called && wanted.current === name) setKnown({ of: name, called });
  }, [account, callees, catalog, name]);
  useEffect(() => {
    void load();
    const look = () => void load();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [load]);
  const called = known?.of === name ? known.called : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it calls them hangs on its elements alone
  return useMemo(() => (called ? calledProblemsOf(interaction, catalog, called) : NONE), [called, elements, catalog]);
}

/** Undefined where the server is away: what it said last counts then. */
async function readCalled(
  account: AccountId,
  callees: readonly InteractionId[],
  versionOf: (callee: InteractionId) => Promise<number | undefined>,
): Promise<CalledVersions | undefined> {
  const pins: { [id: InteractionId]: number } = {};
  const found = new Map<string, PinnedFindings>();
  const answers = await Promise.all(
    callees.map(async (interaction) => {
      const version = await versionOf(interaction);
      if (version === undefined) return true;
      pins[interaction] = version;
      const answer = await call(versionRoutes.pins, { account, interaction, version });
      for (const each of answer.ok ? answer.value.items : []) found.set(`${each.interaction}/${each.version}`, each);
      return answer.ok;
    }),
  );
  return answers.includes(true) ? calledFrom(pins, [...found.values()]) : undefined;
}
