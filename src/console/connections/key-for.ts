/** A key made of a name, as far as letters and digits of it go: `Customer records (CRM)` → `customer_records_crm`. */
export function keyFor(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+/, '');
  return words.slice(0, 40).replace(/_+$/, '');
}
