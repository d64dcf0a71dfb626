import type { Catalog } from '#contract/element-type.ts';
import { isJsonObject, type Json, own } from '#prelude/json.ts';
import type { Interaction } from '../interaction.ts';
import type { Change, Changed, InteractionDiff, Part, PropertyChange } from './change.ts';
import { shortened } from './excerpt.ts';
import { propertyWords } from './property-words.ts';
import { settingLabels } from './setting-labels.ts';

/** A change in words. */
export interface DescribedChange {
  readonly change: Change['change'];
  /** What changed, such as `Question “Problem type” (q_problem)`. */
  readonly words: string;
  /** How, a line for each property. */
  readonly details: readonly string[];
}

/** Two Interactions and what differs between them. */
export interface Compared {
  readonly before: Interaction;
  readonly after: Interaction;
  readonly diff: InteractionDiff;
}

/** The titles of the parts, in the order of the file. */
export const PART_TITLES: { readonly [part in Part]: string } = {
  interaction: 'Interaction',
  variable: 'Variables',
  element: 'Elements',
  connector: 'Connectors',
  rule: 'Compliance rules',
  test: 'Tests',
  comment: 'Comments',
};

/** What properties outside elements are called; those that speak for themselves are left out. */
const LABELS: { readonly [key: string]: string } = {
  name: 'Name',
  description: 'Description',
  languages: 'Languages',
  target: 'Target time',
  start: 'Start',
  label: 'Name',
  type: 'Type',
  privacy: 'Privacy',
  dimension: 'Reports can be cut by it',
  input: 'May be given at the start',
  default: 'Value at the start',
  given: 'Given',
  answers: 'Answer',
  expect: 'Expected',
  text: 'Text',
  resolved: 'Resolved',
  from: 'From',
  exit: 'Exit',
  to: 'To',
  order: 'Order',
};

/** Every change of content and comments in words, in the order of the diff. */
export function describeChanges(
  compared: Compared,
  changes: readonly Change[],
  catalog: Catalog,
): readonly DescribedChange[] {
  return changes.map((change) => ({
    change: change.change,
    words: wordsOf(change, compared, catalog),
    details: change.change === 'added' || change.change === 'removed' ? [] : details(change, compared, catalog),
  }));
}

/** What differs on the map, a line each; that new elements have a place is no difference of its own. */
export function describeLayout({ before, after, diff }: Compared): readonly string[] {
  const moved = diff.layout.flatMap(({ path: [key, id = ''] }) => (key === 'positions' ? [id] : []));
  const names = moved
    .filter((id) => Object.hasOwn(before.elements, id) && Object.hasOwn(after.elements, id))
    .map((id) => nameOf(after, id));
  const count = names.length === 1 ? '1 element' : `${names.length} elements`;
  return [
    ...(names.length === 0 ? [] : [`${count} moved: ${list(names)}`]),
    ...(diff.layout.some(({ path: [key] }) => key !== 'positions') ? ['groups or locks changed'] : []),
  ];
}

const MOST_NAMES = 10;

function list(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function wordsOf(change: Change, { before, after }: Compared, catalog: Catalog): string {
  const { part, id } = change;
  const side = change.change === 'removed' ? before : after;
  switch (part) {
    case 'interaction':
      return `“${after.name}” (${id})`;
    case 'element': {
      const type = own(jsonOf(side.elements), id);
      const title = isJsonObject(type) && typeof type.type === 'string' ? catalog.get(type.type)?.title : undefined;
      return `${title ?? 'Element'} ${nameOf(side, id)} (${id})`;
    }
    case 'connector':
      return `${connectorWords(side, id, catalog)} (${id})`;
    case 'variable':
      return `${quoted(side.variables, id, 'label')} (${id})`;
    case 'test':
      return `${quoted(side.tests, id, 'name')} (${id})`;
    case 'comment':
      return commentWords(side, id);
    case 'rule':
      return id;
  }
}

function details(change: Changed, compared: Compared, catalog: Catalog): readonly string[] {
  const { part, id, properties } = change;
  if (part === 'connector' && change.change === 'moved') {
    return [`was ${connectorWords(compared.before, id, catalog)}`];
  }
  const element = part === 'element' ? own(jsonOf(compared.after.elements), id) : undefined;
  const type = isJsonObject(element) && typeof element.type === 'string' ? element.type : undefined;
  return properties.flatMap((property) => {
    if (part === 'interaction' && property.path[0] === 'start') return [startWords(property, compared)];
    return propertyWords(property, (path) =>
      type === undefined
        ? path.map((key, at) => (at === 0 ? (LABELS[key] ?? key) : key))
        : settingLabels(catalog, type, path),
    );
  });
}

function startWords({ before, after }: PropertyChange, compared: Compared): string {
  const at = (interaction: Interaction, id: Json | undefined) =>
    typeof id === 'string' ? nameOf(interaction, id) : 'nowhere';
  return `Start: ${at(compared.before, before)} → ${at(compared.after, after)}`;
}

/** `“Problem type”, choices → “Billing”`, with the exit where the element has several. */
function connectorWords(interaction: Interaction, id: string, catalog: Catalog): string {
  const connector = own(jsonOf(interaction.connectors), id);
  if (!isJsonObject(connector)) return id;
  const { from, exit, to } = connector;
  const way = typeof exit === 'string' ? `, ${exitWords(interaction, String(from), exit, catalog)}` : '';
  return `${nameOf(interaction, String(from))}${way} → ${nameOf(interaction, String(to))}`;
}

function exitWords(interaction: Interaction, element: string, exit: string, catalog: Catalog): string {
  const settings = own(jsonOf(interaction.elements), element);
  if (!isJsonObject(settings) || typeof settings.type !== 'string') return exit;
  return (
    catalog
      .get(settings.type)
      ?.exits(settings)
      .find(({ name }) => name === exit)?.label ?? exit
  );
}

function commentWords(interaction: Interaction, id: string): string {
  const comment = own(jsonOf(interaction.comments), id);
  if (!isJsonObject(comment)) return id;
  const { author, element, text } = comment;
  const about = typeof element === 'string' ? ` on ${nameOf(interaction, element)}` : '';
  return `${String(author)}${about}: “${shortened(String(text))}”`;
}

function nameOf(interaction: Interaction, element: string): string {
  return quoted(interaction.elements, element, 'name');
}

function quoted(map: object, id: string, key: string): string {
  const thing = own(jsonOf(map), id);
  const name = isJsonObject(thing) ? thing[key] : undefined;
  return `“${typeof name === 'string' && name !== '' ? name : id}”`;
}

function jsonOf(value: object) {
  return value as { readonly [id: string]: Json };
}
