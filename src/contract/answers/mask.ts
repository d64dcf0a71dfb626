/** What stands in place of a secret wherever it would be shown. */
export const MASK = '••••';
