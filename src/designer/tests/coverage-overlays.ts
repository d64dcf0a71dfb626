import type { Catalog } from '#contract/element-type.ts';
import type { Coverage } from '#engine/tests/coverage.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Connector, Interaction } from '#format/interaction.ts';
import type { MapOverlays } from '#map/marks.ts';
import { type CoverageGap, coverageGaps } from './coverage-gaps.ts';

const UNREACHED = { fill: 'var(--wm-warning-soft)', ink: 'var(--wm-warning-text)', label: 'No test' } as const;
const UNTAKEN = { thickness: 3, colour: 'var(--wm-warning-line)' } as const;

/** What no test reaches, laid over the map: cards in words and colour, connectors in colour. */
export function coverageOverlays(interaction: Interaction, catalog: Catalog, coverage: Coverage): MapOverlays {
  const gaps = coverageGaps(interaction, catalog, coverage);
  const elements = gaps.map((gap) => [gap.element, gap.isUnreached ? UNREACHED : { label: partWords(gap) }] as const);
  const untaken = new Set(coverage.exits.missing);
  const connectors = Object.entries(interaction.connectors).flatMap(([id, connector]: [string, Connector]) => {
    const exit = connector.exit ?? firstExit(interaction, catalog, connector);
    return untaken.has(`${connector.from}.${exit}`) ? [[id, UNTAKEN] as const] : [];
  });
  return { elements: Object.fromEntries(elements), connectors: Object.fromEntries(connectors) };
}

/** `2 exits, 1 rule without a test` */
function partWords({ exits, rules }: CoverageGap): string {
  const parts = [
    ...(exits.length > 0 ? [`${exits.length} ${exits.length === 1 ? 'exit' : 'exits'}`] : []),
    ...(rules.length > 0 ? [`${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`] : []),
  ];
  return `${parts.join(', ')} untested`;
}

function firstExit(interaction: Interaction, catalog: Catalog, { from }: Connector): string | undefined {
  const element = interaction.elements[from];
  const type = element && catalog.get(element.type);
  return element && type?.exits(settingsOf(element))[0]?.name;
}
