import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { folderRoutes } from '#api/folders.ts';
import { VERSION_STATUS_WORDS, VERSION_STATUSES, type VersionStatus } from '#api/interactions.ts';
import { SearchField } from '#ui/search-field.tsx';
import { Select } from '#ui/select.tsx';
import { Unread } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';

export interface InteractionFilters {
  readonly status?: VersionStatus | undefined;
  readonly folder?: string | undefined;
  readonly text?: string | undefined;
}

export interface FiltersProps {
  readonly filters: InteractionFilters;
  /** What stands in the search; the filters follow it a moment later. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onChange: (filters: InteractionFilters) => void;
}

const ALL = 'all';
const STATUSES = [
  { id: ALL, label: 'Every status' },
  ...VERSION_STATUSES.map((status) => ({ id: status, label: VERSION_STATUS_WORDS[status] })),
] as const;

/** Milliseconds of no typing after which the list follows the search. */
const TYPING = 200;

export function Filters({ filters, typed, onType, onChange }: FiltersProps) {
  const account = useAccountId();
  const folders = useQuery(reading(folderRoutes.list, { account }));
  useEffect(() => {
    if (typed.trim() === (filters.text ?? '')) return;
    const timer = setTimeout(() => onChange({ ...filters, text: typed.trim() || undefined }), TYPING);
    return () => clearTimeout(timer);
  }, [typed, filters, onChange]);
  return (
    <>
      <search className="wc-filters">
        <div className="wc-filter-wide">
          <SearchField label="Search Interactions" value={typed} onChange={onType} />
        </div>
        <Select<string>
          label="Status"
          isLabelHidden
          options={STATUSES}
          value={filters.status ?? ALL}
          onChange={(id) => onChange({ ...filters, status: VERSION_STATUSES.find((status) => status === id) })}
        />
        <Select<string>
          label="Folder"
          isLabelHidden
          options={[
            { id: ALL, label: 'Every folder' },
            ...(folders.data?.items ?? []).map(({ id, name }) => ({ id, label: name })),
          ]}
          value={folders.data ? (filters.folder ?? ALL) : ALL}
          onChange={(id) => onChange({ ...filters, folder: id === ALL ? undefined : id })}
        />
      </search>
      <Unread query={folders} what="Folders" />
    </>
  );
}
