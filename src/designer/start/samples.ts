/** A finished Interaction to begin from. */
export interface Sample {
  readonly name: string;
  readonly description: string;
  /** Where its file is. */
  readonly url: URL;
}

/** The samples that come with the product, in the order in which they are offered. A test compares it with the folder. */
export const SAMPLES: readonly Sample[] = [
  {
    name: 'Problem type',
    description: 'Finds out what a call is about.',
    url: new URL('../../../samples/problem-type.interaction.json', import.meta.url),
  },
  {
    name: 'Broadband fault',
    description:
      'Finds out why the internet connection does not work: known outages, the router, a restart, a line test; ends with a cure, an engineer’s visit or a call back.',
    url: new URL('../../../samples/broadband-fault.interaction.json', import.meta.url),
  },
  {
    name: 'Lost or stolen card',
    description:
      'Blocks a lost or stolen bank card: confirms who is calling, looks for payments the customer did not make, and orders a new card.',
    url: new URL('../../../samples/lost-card.interaction.json', import.meta.url),
  },
];
