import type { Exit } from '#contract/element-type.ts';

/** The way on where no rule is true. */
export const OTHERWISE: Exit = { name: 'otherwise', label: 'Otherwise', connectors: 'one', unconnected: 'problem' };
