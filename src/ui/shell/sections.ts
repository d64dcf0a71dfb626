/** What the signed-in person may see at all; each comes from the server with the person. */
export interface ShellAbilities {
  readonly seeInteractions: boolean;
  readonly design: boolean;
  readonly serve: boolean;
  readonly seeReports: boolean;
  readonly administer: boolean;
}

export type SectionId = 'interactions' | 'designer' | 'desk' | 'reports' | 'administration';

export interface Section {
  readonly id: SectionId;
  readonly label: string;
  readonly href: string;
  readonly ability: keyof ShellAbilities;
}

/** The parts of the product, in the order of the navigation. */
const SECTIONS: readonly Section[] = [
  { id: 'interactions', label: 'Interactions', href: '/console/interactions', ability: 'seeInteractions' },
  { id: 'designer', label: 'Designer', href: '/designer', ability: 'design' },
  { id: 'desk', label: 'Desk', href: '/desk', ability: 'serve' },
  { id: 'reports', label: 'Reports', href: '/console/reports', ability: 'seeReports' },
  { id: 'administration', label: 'Administration', href: '/console/administration', ability: 'administer' },
];

export function sectionsFor(abilities: ShellAbilities): readonly Section[] {
  return SECTIONS.filter((section) => abilities[section.ability]);
}
