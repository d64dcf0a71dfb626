import type { SettingsProblem } from '../element-type.ts';

/** What is wrong where nothing lies between two limits. `nothing` says of what: `No date is from … to …`. */
export function emptyRange<Limit extends number | string>(
  path: string,
  least: Limit | undefined,
  most: Limit | undefined,
  nothing: (least: Limit, most: Limit) => string,
): readonly SettingsProblem[] {
  if (least === undefined || most === undefined || least <= most) return [];
  const message = `${nothing(least, most)}; change one of them`;
  return [{ code: 'question.empty-range', severity: 'error', path, message }];
}
