import type { ElementType } from '#contract/element-type.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Element } from '#format/interaction.ts';
import type { CardShape } from './card-size.ts';

const shapes = new WeakMap<Element, CardShape>();

/** What the height of an element's card depends on; remembered while the element stays the same object. */
export function shapeOf(element: Element, type: ElementType): CardShape {
  const known = shapes.get(element);
  if (known) return known;
  const shape = { group: type.group, exits: type.exits(settingsOf(element)) };
  shapes.set(element, shape);
  return shape;
}
