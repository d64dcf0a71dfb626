import type { Exit } from '../element-type.ts';

/** The way on for answers that do not lead to different places. */
export const NEXT: Exit = { name: 'next', label: 'Next', connectors: 'one', unconnected: 'ends-completed' };

/** The way to the Choices, each with connectors of its own. */
export const CHOICES: Exit = { name: 'choices', label: 'Choices', connectors: 'options', unconnected: 'problem' };

/** The same where the Choices are only offered: whichever are chosen, the run goes on by another exit. */
export const OFFERED: Exit = { ...CHOICES, onlyOffers: true };

export const YES: Exit = { name: 'yes', label: 'Yes', connectors: 'one', unconnected: 'ends-completed' };
export const NO: Exit = { name: 'no', label: 'No', connectors: 'one', unconnected: 'ends-completed' };
