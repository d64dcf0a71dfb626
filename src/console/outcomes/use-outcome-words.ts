import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { outcomeRoutes } from '#api/outcomes.ts';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { outcomeWords } from '../words/names.ts';
import { outcomeWordsFrom } from './words.ts';

/** How outcomes are said on this page: as the account calls them; until that is known, by what is always there. */
export function useOutcomeWords(): (outcome: string) => string {
  const account = useAccountId();
  const { data } = useQuery({ ...reading(outcomeRoutes.list, { account }), staleTime: 300_000 });
  return useCallback((key: string) => (data ? outcomeWordsFrom(data.items, key) : outcomeWords(key)), [data]);
}
