import { Trash2 } from 'lucide-react';
import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import { isNamed, readGiven } from '#format/test-given.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Select } from '#ui/select.tsx';
import { useInteraction } from '../../page/editor-context.ts';
import { type GivenPlace, givenAt, placesIn, withGiven } from '../../tests/given-places.ts';
import { GivenField } from './given-field.tsx';
import { type GivenOffer, useGivenOffers } from './given-offers.ts';
import { firstValue } from './value-field.tsx';

export interface GivenValuesProps {
  given: JsonObject;
  /** `field` tells which value was changed. */
  onChange(given: JsonObject, field: string): void;
}

/** What holds as the run begins. Only what a test gives is shown; everything else can be added. */
export function GivenValues({ given, onChange }: GivenValuesProps) {
  const { languages, variables } = useInteraction();
  const offers = useGivenOffers();
  const { timeZone = 'UTC' } = readGiven(given, variables);
  const order = new Map(offers.map(({ place }, index) => [idOf(place), index]));
  const rank = (place: GivenPlace) => order.get(idOf(place)) ?? order.size;
  const places = placesIn(given, variables).toSorted((a, b) => rank(a) - rank(b));
  const isGiven = (place: GivenPlace) => places.some((each) => idOf(each) === idOf(place));
  const others = offers.filter(({ place }) => !isGiven(place));
  const unsaid = others.filter(({ place, isRead }) => isRead && place[0] === ACCOUNT_VALUES);
  return (
    <fieldset className="panel-set">
      <legend className="wm-label">{LEGEND}</legend>
      {places.map((place) => {
        const offer = offers.find((each) => idOf(each.place) === idOf(place)) ?? unknown(place);
        return (
          <div key={idOf(place)} className="panel-set-row">
            <GivenField
              offer={offer}
              value={givenAt(given, place)}
              zone={timeZone}
              onChange={(value) => onChange(withGiven(given, place, value), idOf(place))}
            />
            <IconButton
              size="small"
              label={`Remove ${offer.label}`}
              icon={<Trash2 />}
              onPress={() => onChange(withGiven(given, place, undefined), `without ${idOf(place)}`)}
            />
          </div>
        );
      })}
      {unsaid.length > 0 ? (
        <p className="panel-muted">
          Read from the account, and empty in this test: {unsaid.map(({ label }) => `“${label}”`).join(', ')}.
        </p>
      ) : null}
      {others.length > 0 ? (
        <Select
          label={`${LEGEND}: give a value`}
          isLabelHidden
          placeholder="Give a value…"
          options={others.map(({ place, label, group }) => ({ id: idOf(place), label, group }))}
          value={null}
          onChange={(id) => {
            const offer = others.find(({ place }) => idOf(place) === id);
            if (offer) onChange(withGiven(given, offer.place, beginning(offer)), `with ${id}`);
          }}
        />
      ) : null}
    </fieldset>
  );

  /** What stands there first: something that another test would not have by itself. */
  function beginning({ place: [name, field], kind, options }: GivenOffer): Json {
    if (field === undefined && isNamed(name, variables)) {
      const [source, second = source] = languages;
      switch (name) {
        case 'language':
          return second;
        case 'timeZone':
          return new Intl.DateTimeFormat().resolvedOptions().timeZone;
        case 'now':
          return `${new Intl.DateTimeFormat('sv-SE').format(Date.now())}T09:00:00`;
        case 'channel':
          return 'voice';
        case 'client':
          return 'agent-desk';
        default:
      }
    }
    return firstValue(kind, options);
  }
}

const LEGEND = 'Given at the start';

function idOf(place: GivenPlace): string {
  return place.join('.');
}

/** Something that neither the Interaction nor the account knows: it can be removed. */
function unknown(place: GivenPlace): GivenOffer {
  return { place, label: idOf(place), group: '', kind: 'any', isRead: false };
}
