/** Whether an expression is one plain name, such as that of a field. */
export function isPlainName(source: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(source.trim());
}
