/**
 * The cells of a text as spreadsheets copy it: lines of cells between tabs. A cell is in quotes only where it holds a line
 * break, a tab or a doubled quote; `"gold"` is a text of FEEL and stays as it is.
 */
export function readTabSeparated(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    const [whole, quoted, plain = '', end] = match;
    const isWrapped = quoted !== undefined && /[\t\r\n]|""/.test(quoted);
    row.push((isWrapped ? quoted.replaceAll('""', '"') : quoted === undefined ? plain : `"${quoted}"`).trim());
    if (end !== '\t') {
      rows.push(row);
      row = [];
    }
    if (end === '' || whole === '') break;
  }
  // What is copied from a spreadsheet ends with a line break.
  return rows.length > 1 && rows.at(-1)?.join('') === '' ? rows.slice(0, -1) : rows;
}

export function writeTabSeparated(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}
