/** A key made of a name: `Opening hours (UK)` becomes `opening_hours_uk`. Empty where the name has no letter for one. */
export function keyFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 64)
    .replace(/_+$/, '');
}
