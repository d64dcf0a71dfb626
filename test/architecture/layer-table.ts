import { GROUPS, LAYERS } from './layers.ts';

/** The layer table as Markdown, the way ARCHITECTURE.md shows it. */
export function layerTable(): string {
  const head = ['| layer (`src/…`) | holds | may import | runs in |', '| --- | --- | --- | --- |'];
  const rows = LAYERS.map((layer) => {
    const allowed = layer.mayImport.map((name) => (name in GROUPS ? name : `\`${name}\``)).join(', ') || 'nothing';
    return `| \`${layer.row}\` | ${layer.holds} | ${allowed} | ${layer.runsIn} |`;
  });
  return [...head, ...rows].join('\n');
}
