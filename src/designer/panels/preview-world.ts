import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import { calleesOf } from '#checks/callees.ts';
import { typeOfAccountValue, valuesIn } from '#contract/account-values.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Library } from '#format/library.ts';
import type { AccountId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { ok } from '#prelude/result.ts';
import { useEditor } from '../page/editor-context.ts';
import { call } from '../server/call.ts';
import { type Read, useRead } from '../server/use-read.ts';
import { calledInteractions } from '../tests/called-interactions.ts';
import { shelfOf } from '../tests/runs-of.ts';

/** What a run of the preview meets beside the working copy: what its account has. */
export interface PreviewWorld {
  readonly library?: Library;
  readonly values?: JsonObject;
}

/** The world of a preview, and how reading it went. */
interface PreviewWorldRead {
  readonly world: PreviewWorld;
  /** The account's values; a run without them finds none. */
  readonly reading: Pick<Read<unknown>, 'error' | 'again'>;
}

/** The account's values as tests read them, and the Interactions that are called; nothing without a server. */
export function usePreviewWorld(
  account: AccountId | undefined,
  interaction: Interaction,
  language: string,
): PreviewWorldRead {
  const { catalog } = useEditor();
  const readValues = useCallback(async () => {
    if (account === undefined) return NONE;
    const answer = await call(valueRoutes.list, { account }, { query: { limit: 200 } });
    return answer.ok ? ok(answer.value.items) : answer;
  }, [account]);
  const reading = useRead<readonly AccountValue[] | undefined>(readValues);
  const kept = reading.value;
  const [library, setLibrary] = useState<Library>();
  const callees = useMemo(() => calleesOf(interaction, catalog).join(), [interaction, catalog]);
  const latest = useRef(interaction);
  latest.current = interaction;
  useEffect(() => {
    let isGone = false;
    if (account === undefined || callees === '') return;
    void calledInteractions(latest.current, shelfOf({ catalog }, account)).then((found) => {
      if (!isGone) setLibrary(found);
    });
    return () => {
      isGone = true;
    };
  }, [account, catalog, callees]);
  const [sourceLanguage] = interaction.languages;
  const world = useMemo(
    () => ({
      ...(library ? { library } : {}),
      ...(kept ? { values: valuesNow(kept, language, sourceLanguage) } : {}),
    }),
    [library, kept, language, sourceLanguage],
  );
  return { world, reading };
}

function valuesNow(kept: readonly AccountValue[], language: string, sourceLanguage: string): JsonObject {
  const types = Object.fromEntries(kept.map(({ key, type }) => [key, typeOfAccountValue(type)]));
  const values = Object.fromEntries(kept.map(({ key, live, test }) => [key, test ?? live]));
  return valuesIn({ types, values }, language, sourceLanguage);
}

const NONE = { ok: true, value: undefined } as const;
