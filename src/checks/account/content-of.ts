import type { Model } from '../model.ts';
import type { Content } from './uses.ts';

export function contentOf({ elements, interaction }: Pick<Model, 'elements' | 'interaction'>): Content {
  return { elements: elements.values(), variables: interaction.variables };
}
