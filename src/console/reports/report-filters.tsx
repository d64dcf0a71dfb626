import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { CLIENTS } from '#api/clients.ts';
import { versionRoutes } from '#api/versions.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { Button } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Popover } from '#ui/popover.tsx';
import { Select } from '#ui/select.tsx';
import { Unread } from '../app/loaded.tsx';
import { useAccountId, useTimeZone } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { CLIENT_WORDS } from '../words/names.ts';
import { PERIODS, type PeriodName, periodOf } from './period.ts';
import type { ReportSearch } from './search.ts';

const PERIOD_WORDS = {
  '7d': 'Last 7 days',
  '28d': 'Last 28 days',
  '90d': 'Last 90 days',
  custom: 'From … to …',
} as const satisfies Record<PeriodName, string>;

const ALL = 'all';

export interface ReportFiltersProps {
  readonly search: ReportSearch;
  readonly onChange: (change: Partial<ReportSearch>) => void;
  /** Whose versions can be chosen; none in reports of the whole account. */
  readonly interaction?: InteractionId;
}

/** Which sessions the report is about. All of it stands in the address. */
export function ReportFilters({ search, onChange, interaction }: ReportFiltersProps) {
  const zone = useTimeZone();
  const shown = periodOf(search, Date.now(), zone);
  return (
    <search className="wc-filters">
      <Select<PeriodName>
        label="Period"
        options={PERIODS.map((id) => ({ id, label: PERIOD_WORDS[id] }))}
        value={search.period ?? '28d'}
        onChange={(period) =>
          onChange(
            period === 'custom'
              ? { period, from: shown.firstDay, to: shown.lastDay }
              : { period, from: undefined, to: undefined },
          )
        }
      />
      {search.period === 'custom' ? (
        <>
          <DateField
            label="From"
            value={shown.firstDay}
            max={shown.lastDay}
            onChange={(day) => day && onChange({ from: day })}
          />
          <DateField
            label="To"
            value={shown.lastDay}
            min={shown.firstDay}
            onChange={(day) => day && onChange({ to: day })}
          />
        </>
      ) : null}
      {interaction ? <Versions interaction={interaction} search={search} onChange={onChange} /> : null}
      <Select<string>
        label="Client"
        options={[{ id: ALL, label: 'All clients' }, ...CLIENTS.map((id) => ({ id, label: CLIENT_WORDS[id] }))]}
        value={search.client ?? ALL}
        onChange={(id) => onChange({ client: CLIENTS.find((client) => client === id) })}
      />
    </search>
  );
}

function Versions(props: ReportFiltersProps & { readonly interaction: InteractionId }) {
  const account = useAccountId();
  // All that the list below shows is taken out here: it is drawn later than this, and is not told of changes by itself.
  const { data, error, refetch } = useQuery(reading(versionRoutes.list, { account, interaction: props.interaction }));
  const chosen = props.search.versions?.split(',') ?? [];
  const options = (data?.items ?? []).map(({ number }) => ({
    id: String(number),
    label: `Version ${number}`,
  }));
  const words = chosen.length === 0 ? 'All versions' : `Version ${chosen.join(', ')}`;
  return (
    <div className="wm-field">
      <span className="wm-label" aria-hidden="true">
        Versions
      </span>
      <Popover
        label="Versions"
        trigger={
          <Button aria-label={`Versions: ${words}`}>
            {words}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        <Unread query={{ data, error, refetch }} what="Versions" />
        <CheckboxGroup<string>
          label="Versions"
          description="None ticked: all of them."
          options={options}
          value={chosen}
          onChange={(ids) => props.onChange({ versions: ids.length === 0 ? undefined : ids.join(',') })}
        />
      </Popover>
    </div>
  );
}
