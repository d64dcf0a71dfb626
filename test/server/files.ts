import { readFileSync } from 'node:fs';

const SEED = readFileSync('samples/problem-type.interaction.json', 'utf8');

/** The seed example; with a name, another content under the same id. */
export function seed(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({ ...JSON.parse(SEED), ...changes }, null, 2);
}

/** A small document that is what it says it is. */
export const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

/** A form with one file in it, as a browser sends it; what it calls the type says nothing of the bytes. */
export function formWith(bytes: Uint8Array | string, name: string, type = 'application/octet-stream'): FormData {
  const form = new FormData();
  form.append('file', new Blob([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], { type }), name);
  return form;
}
