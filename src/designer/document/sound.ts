import type { Connector, Interaction } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';

/**
 * The file without references to what is gone. Two people may delete an element and connect it at the same time; what
 * merges is then no longer whole. Everybody leaves out the same, so everybody still sees the same.
 */
export function withoutDangling(interaction: Interaction): Interaction {
  const there = (id: ElementId) => Object.hasOwn(interaction.elements, id);
  const kept = Object.entries(interaction.connectors).filter(
    ([, connector]: [string, Connector]) => there(connector.from) && there(connector.to),
  );
  const whole = kept.length === Object.keys(interaction.connectors).length;
  const startGone = interaction.start !== undefined && !there(interaction.start);
  if (whole && !startGone) return interaction;
  const { start, ...rest } = interaction;
  return {
    ...rest,
    ...(start !== undefined && !startGone ? { start } : {}),
    connectors: whole ? interaction.connectors : Object.fromEntries(kept),
  };
}
