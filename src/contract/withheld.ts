import * as z from 'zod';
import { type ElementType, type Exit, elementType } from './element-type.ts';

interface WithheldSettings {
  /** Its exits, in order: the ways through the Interaction are known, not what leads to which of them. */
  readonly exits: readonly string[];
}

/**
 * Stands for an element whose settings stay on the server, in Interactions that are handed to players. It belongs to no
 * catalogue of a file; a run that comes to it ends there as failed, and nobody is shown that.
 */
export const withheld: ElementType = elementType<WithheldSettings>({
  type: 'withheld',
  version: 1,
  migrations: [],
  title: 'Withheld',
  description: 'Is known to the server alone.',
  icon: 'eye-off',
  group: 'action',
  letter: '',
  settings: z.strictObject({ exits: z.array(z.string()) }),
  defaults: () => ({ exits: [] }),
  exits: ({ exits }) => exits.map(exitOf),
  summary: () => '',
  texts: () => [],
  expressions: () => [],
  makes: () => [],
  writes: () => [],
  problems: () => [],
  domain: () => ({ samples: [] }),
  enter: () => ({ do: 'fail', code: 'engine.withheld', message: 'Only the server knows what happens here' }),
});

function exitOf(name: string): Exit {
  return { name, label: name, connectors: 'one', unconnected: 'problem' };
}
