import { FileQuestion } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { copyAddress, goTo } from '../page/place.ts';
import { takeInteraction } from './server-copies.ts';

export interface OpenInteractionProps {
  account: string;
  interaction: string;
  element: string | undefined;
  /** A session of the server that shall become a test. */
  keep: string | undefined;
}

/** Leads from a published Interaction to its working copy. */
export function OpenInteraction({ account, interaction, element, keep }: OpenInteractionProps) {
  const [why, setWhy] = useState<string | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    void takeInteraction(account as AccountId, interaction as InteractionId).then((taken) => {
      if (isGone) return;
      if (taken.ok) goTo(copyAddress(taken.value, element, keep), 'replace');
      else setWhy(taken.error);
    });
    return () => {
      isGone = true;
    };
  }, [account, interaction, element, keep]);
  if (why === undefined) return null;
  return (
    <EmptyState
      icon={<FileQuestion />}
      title="The Interaction was not opened"
      action={<Link href="/designer">All working copies</Link>}
    >
      {why}
    </EmptyState>
  );
}
