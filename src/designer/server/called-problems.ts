import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { calleesOf } from '#checks/callees.ts';
import type { Problem } from '#contract/problem.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import type { Called } from './read-called.ts';

const NONE: readonly Problem[] = [];

/**
 * What others have that the working copy would run if it were published to an account now: their errors and failed tests,
 * as the server keeps them. Asked again whenever somebody comes back to this window; nothing is said of what is not known.
 */
export function useCalledProblems(account: AccountId | undefined): readonly Problem[] {
  const { catalog } = useEditor();
  const interaction = useInteraction();
  const { id, elements } = interaction;
  const [known, setKnown] = useState<{ readonly of: string; readonly called: Called }>();
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
    // It takes what runs tests with it. What cannot be fetched now is so when somebody comes back.
    const part = await import('./read-called.ts').catch(() => undefined);
    const called = await part?.readCalled(account, callees.split(',') as InteractionId[], catalog);
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
  return useMemo(() => (called ? called(interaction) : NONE), [called, elements]);
}
