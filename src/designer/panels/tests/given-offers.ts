import { useMemo } from 'react';
import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import { builtInsRead } from '#format/built-ins-read.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Variable } from '#format/interaction.ts';
import { isNamed } from '#format/test-given.ts';
import type { VariableKey } from '#prelude/ids.ts';
import { useEditor, useInteraction } from '../../page/editor-context.ts';
import { useAccountOfCopy } from '../../server/account-known.tsx';
import { useFormVariables } from '../../settings/use-values.ts';
import type { GivenPlace } from '../../tests/given-places.ts';
import type { ValueFieldProps } from './value-field.tsx';

/** Something that a test can give. */
export interface GivenOffer extends Pick<ValueFieldProps, 'options'> {
  readonly place: GivenPlace;
  readonly label: string;
  readonly group: string;
  readonly kind: ValueFieldProps['kind'];
  /** The Interaction reads it, so a test does well to give it. */
  readonly isRead: boolean;
}

const OF_RUN = [
  { place: ['language'], label: 'Language' },
  { place: ['now'], label: 'Date and time of the run' },
  { place: ['timeZone'], label: 'Time zone' },
] as const;

const OF_CONTACT = [
  { place: ['agent', 'name'], label: 'Agent’s name' },
  { place: ['agent', 'team'], label: 'Agent’s team' },
  { place: ['customer'], label: 'Customer' },
  { place: ['caller'], label: 'Caller’s number' },
  { place: ['channel'], label: 'Channel' },
  { place: ['queue'], label: 'Queue' },
  { place: ['client'], label: 'Client' },
  { place: ['session'], label: 'Session id' },
] as const;

/** Everything that a test can give, in the order in which it is offered: the values of the Interaction first. */
export function useGivenOffers(): readonly GivenOffer[] {
  const { catalog } = useEditor();
  const interaction = useInteraction();
  const { values } = useAccountOfCopy();
  const own = useFormVariables();
  return useMemo(() => {
    const { variables, elements } = interaction;
    const placed = Object.values(elements).flatMap((element) => {
      const type = catalog.get(element.type);
      return type ? [{ element, type, settings: settingsOf(element) }] : [];
    });
    const read = builtInsRead(placed, variables);
    const isRead = ([name, field]: GivenPlace) =>
      read.get(name)?.has(field) === true || read.get(name)?.has(undefined) === true;
    const isFree = ({ place }: { readonly place: GivenPlace }) => isNamed(place[0], variables);
    const named = (all: readonly { readonly place: GivenPlace; readonly label: string }[], group: string) =>
      all.filter(isFree).map((each): GivenOffer => ({ ...each, group, kind: 'text', isRead: isRead(each.place) }));
    const known = new Map((values ?? []).map((value) => [value.key as string, value]));
    const keys = new Set([...known.keys(), ...(read.get(ACCOUNT_VALUES) ?? [])].filter((key) => key !== undefined));
    const kept = [...keys].map((key): GivenOffer => {
      const place: GivenPlace = [ACCOUNT_VALUES, key];
      const value = known.get(key);
      // One that is not known here is most often a text.
      const face = { label: value?.label ?? key, kind: value?.type ?? 'text' };
      return { place, ...face, group: 'Account values', isRead: isRead(place) };
    });
    return [
      ...own
        .filter(({ key }) => !isSecret(variables[key as VariableKey]))
        .map(({ key, ...face }): GivenOffer => ({ place: [key], ...face, group: 'Variables', isRead: false })),
      ...kept.filter(isFree).sort((a, b) => Number(b.isRead) - Number(a.isRead)),
      ...named(OF_RUN, 'The run'),
      ...named(OF_CONTACT, 'Who is there'),
    ];
  }, [catalog, interaction, values, own]);
}

function isSecret(variable: Variable | undefined): boolean {
  return variable?.privacy === 'secret';
}
