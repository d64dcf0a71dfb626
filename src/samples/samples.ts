import type { Json } from '#prelude/json.ts';
import addressChange from '../../samples/address-change.interaction.json' with { type: 'json' };
import appointment from '../../samples/appointment.interaction.json' with { type: 'json' };
import broadbandFault from '../../samples/broadband-fault.interaction.json' with { type: 'json' };
import heatingFault from '../../samples/heating-fault.interaction.json' with { type: 'json' };
import lostCard from '../../samples/lost-card.interaction.json' with { type: 'json' };
import problemType from '../../samples/problem-type.interaction.json' with { type: 'json' };
import refund from '../../samples/refund.interaction.json' with { type: 'json' };
import retentionOffer from '../../samples/retention-offer.interaction.json' with { type: 'json' };

/** An Interaction that comes with Waymark: for the gallery, the demo account and as a test of everything else. */
export interface Sample {
  readonly id: string;
  /** The name of its file. */
  readonly file: string;
  readonly name: string;
  readonly description: string;
  readonly lineOfBusiness: string;
  /** What the file holds, to be read by `checkInteraction`. */
  readonly content: Json;
}

/** The samples, in the order in which they are offered. Whoever shows them loads this module when it is needed. */
export const SAMPLES: readonly Sample[] = [
  sample('problem-type', 'First contact', problemType),
  sample('lost-card', 'Banking', lostCard),
  sample('broadband-fault', 'Telecommunications', broadbandFault),
  sample('refund', 'Retail', refund),
  sample('address-change', 'Insurance', addressChange),
  sample('appointment', 'Field service', appointment),
  sample('retention-offer', 'Telecommunications', retentionOffer),
  sample('heating-fault', 'Energy', heatingFault),
];

function sample(
  fileName: string,
  lineOfBusiness: string,
  content: { readonly id: string; readonly name: string; readonly description: string } & Json,
): Sample {
  const { id, name, description } = content;
  return { id, file: `${fileName}.interaction.json`, name, description, lineOfBusiness, content };
}
