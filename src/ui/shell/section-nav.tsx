import { Menu as MenuIcon } from 'lucide-react';
import { Link } from 'react-aria-components';
import { IconButton } from '../icon-button.tsx';
import { Menu } from '../menu.tsx';
import { type SectionId, type ShellAbilities, sectionsFor } from './sections.ts';
import './section-nav.css';

export interface SectionNavProps {
  abilities: ShellAbilities;
  active: SectionId;
  /** A bar where there is room, a menu where there is not; style sheets show the one that fits. */
  look: 'bar' | 'menu';
}

export function SectionNav({ abilities, active, look }: SectionNavProps) {
  const sections = sectionsFor(abilities);
  if (look === 'menu') {
    return (
      <div className="wm-section-menu">
        <Menu
          trigger={<IconButton label="Sections" icon={<MenuIcon />} />}
          entries={sections.map(({ id, label, href }) => ({ kind: 'link', id, label, href }))}
        />
      </div>
    );
  }
  return (
    <nav className="wm-section-bar" aria-label="Sections">
      {sections.map((section) => (
        <Link
          key={section.id}
          href={section.href}
          className="wm-section"
          {...(section.id === active ? { 'aria-current': 'page' } : {})}
        >
          {section.label}
        </Link>
      ))}
    </nav>
  );
}
