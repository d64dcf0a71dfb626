import { Star } from 'lucide-react';
import { GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import type { DeskInteraction } from '#api/desk.ts';
import { showLanguage } from '#prelude/locale.ts';
import { Badge } from '#ui/badge.tsx';
import { IconToggle } from '#ui/icon-button.tsx';
import type { FoundInteractions } from './find-interactions.ts';

interface InteractionListProps {
  readonly groups: readonly FoundInteractions[];
  readonly favorites: readonly string[];
  /** The one that Enter in the search starts. */
  readonly firstId: string | undefined;
  start(interaction: DeskInteraction): void;
  toggleFavorite(id: string): void;
}

/** What may be started: arrows move, Enter or a press starts, the arrow to the right reaches the star. */
export function InteractionList({ groups, favorites, firstId, start, toggleFavorite }: InteractionListProps) {
  const byId = new Map(groups.flatMap(({ items }) => items.map((item) => [item.id as string, item])));
  return (
    <GridList
      aria-label="Interactions"
      className="desk-list"
      selectionMode="none"
      onAction={(id) => {
        const chosen = byId.get(String(id));
        if (chosen) start(chosen);
      }}
    >
      {groups.map(({ heading, items }) => (
        <GridListSection key={heading} id={heading} className="desk-list-group">
          <GridListHeader className="desk-list-heading">{heading}</GridListHeader>
          {items.map((item) => (
            <GridListItem
              key={item.id}
              id={item.id}
              textValue={item.name}
              aria-label={rowWords(item)}
              className={item.id === firstId ? 'desk-row desk-row-first' : 'desk-row'}
            >
              <span className="desk-row-words">
                <span className="desk-row-name">{item.name}</span>
                {item.description ? <span className="desk-row-about">{item.description}</span> : null}
              </span>
              {item.folder ? <span className="desk-row-folder">{item.folder.name}</span> : null}
              {item.languages.length > 1 ? <Badge>{item.languages.join(' · ').toUpperCase()}</Badge> : null}
              <span className="desk-row-star" data-on={favorites.includes(item.id) || undefined}>
                <IconToggle
                  size="small"
                  label={`Favorite: ${item.name}`}
                  icon={<Star />}
                  isSelected={favorites.includes(item.id)}
                  onChange={() => toggleFavorite(item.id)}
                />
              </span>
            </GridListItem>
          ))}
        </GridListSection>
      ))}
    </GridList>
  );
}

/** A row as it is read aloud: all that is seen of it, for whoever moves through the list by keys. */
function rowWords({ name, description, folder, languages }: DeskInteraction): string {
  const written = languages.length > 1 ? languages.map((tag) => showLanguage(tag)).join(', ') : '';
  return [name, description, folder?.name, written].filter((part) => part).join(', ');
}
