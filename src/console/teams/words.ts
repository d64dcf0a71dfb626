import type { Team } from '#api/teams.ts';

/** People of a team who are named in a list; the others are counted. */
const MOST_NAMED = 4;

/** `Alex Rivera, Lena Fischer and 3 more`; nothing where nobody is in the team. */
export function memberWords({ members = [] }: Pick<Team, 'members'>): string | undefined {
  if (members.length === 0) return undefined;
  const named = members.slice(0, members.length === MOST_NAMED + 1 ? members.length : MOST_NAMED);
  const rest = members.length - named.length;
  const names = named.map(({ name }) => name).join(', ');
  return rest === 0 ? names : `${names} and ${rest} more`;
}
