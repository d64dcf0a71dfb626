import type { Catalog, ElementGroup, ElementType, Reference, Unconnected } from '#contract/element-type.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Connector, Element, Interaction } from '#format/interaction.ts';
import { onlyOffered } from '#format/only-offered.ts';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import { shapeOf } from './card-shape.ts';
import { arrivesAt, type CardShape, cardHeight, leavesAt } from './card-size.ts';
import { isUsed, leaving, type UsedExits } from './leaving.ts';
import { type Place, placesOf } from './places.ts';

/** One way out as the card shows it. */
export interface Port {
  readonly exit: string;
  readonly label: string;
  /** From the card's top. */
  readonly at: number;
  readonly isConnected: boolean;
  /** Runs go this way; if not, it means nothing that nothing is connected. */
  readonly isFollowed: boolean;
  /** What it means that nothing is connected. */
  readonly unconnected: Unconnected;
}

/** One element as it is drawn. */
export interface Card {
  readonly id: ElementId;
  readonly type: string;
  readonly typeTitle: string;
  readonly icon: string;
  readonly group: ElementGroup;
  readonly name: string;
  /** The first words of its text; empty where they say no more than the name. */
  readonly words: string;
  readonly at: Place;
  readonly height: number;
  readonly arrives: number;
  readonly ports: readonly Port[];
  readonly isStart: boolean;
  /** Options that are folded into it. */
  readonly folded: readonly ElementId[];
}

/** One connector as it is drawn. */
export interface Line {
  readonly id: ConnectorId;
  readonly from: ElementId;
  /** The port of the card it leaves from. */
  readonly port: string;
  readonly to: ElementId;
  /** Leads back to the left. */
  readonly isBack: boolean;
  /** How far down a line must go to pass below both its cards. */
  readonly below: number;
}

export interface Drawing {
  readonly cards: readonly Card[];
  readonly lines: readonly Line[];
}

export interface DrawingWish {
  readonly language: string;
  /** Options are shown as rows of the element that asks. */
  readonly folded: boolean;
  /** What something of the account is called that elements name by a key; undefined where it is not known. */
  nameOf?(reference: Reference): string | undefined;
}

/** Everything that is drawn of an Interaction. */
export function drawingOf(interaction: Interaction, catalog: Catalog, wish: DrawingWish): Drawing {
  const { connectors, used } = leaving(interaction.connectors);
  const hidden = wish.folded ? foldedInto(interaction, catalog, connectors) : new Map<ElementId, ElementId>();
  const options = new Map<ElementId, ElementId[]>();
  for (const [option, asking] of hidden) options.set(asking, [...(options.get(asking) ?? []), option]);
  const offered = onlyOffered(interaction, catalog);
  const places = placesOf(interaction, catalog);
  const cards = new Map<ElementId, Card>();
  for (const [id, element] of Object.entries(interaction.elements) as [ElementId, Element][]) {
    const type = catalog.get(element.type);
    if (!type || hidden.has(id)) continue;
    cards.set(
      id,
      cardOf(interaction, wish, {
        id,
        element,
        type,
        at: places.get(id) ?? [0, 0],
        used,
        offered,
        options: options.get(id) ?? [],
      }),
    );
  }
  const lines = connectors.flatMap(([id, connector]) => lineOf(id, connector, cards, hidden) ?? []);
  return { cards: [...cards.values()], lines };
}

interface CardParts {
  readonly id: ElementId;
  readonly element: Element;
  readonly type: ElementType;
  readonly at: Place;
  readonly used: UsedExits;
  /** Options that no run enters: it means nothing that they lead nowhere. */
  readonly offered: ReadonlySet<ElementId>;
  readonly options: readonly ElementId[];
}

interface KnownCard {
  readonly looks: string;
  readonly nameOf: DrawingWish['nameOf'];
  readonly card: Card;
}

const knownCards = new WeakMap<Element, KnownCard>();

/** The card of an element; the same object as before while it looks the same, so that an edit draws what it changed. */
function cardOf(interaction: Interaction, wish: DrawingWish, parts: CardParts): Card {
  const { id, element, type, at, used, offered, options } = parts;
  // A card with options looks as these do.
  if (options.length > 0) return newCard(interaction, wish, parts);
  const exits = shapeOf(element, type).exits.map(({ name }) => (isUsed(used, id, name) ? '+' : '-'));
  const looks = `${id} ${at[0]} ${at[1]} ${wish.language} ${interaction.start === id} ${offered.has(id)} ${used.get(id)?.has('')} ${exits.join('')}`;
  const known = knownCards.get(element);
  if (known?.looks === looks && known.nameOf === wish.nameOf) return known.card;
  const card = newCard(interaction, wish, parts);
  knownCards.set(element, { looks, nameOf: wish.nameOf, card });
  return card;
}

function newCard(interaction: Interaction, { language, nameOf }: DrawingWish, parts: CardParts): Card {
  const { id, element, type, used, offered, options } = parts;
  const own = shapeOf(element, type);
  const shape: CardShape = options.length > 0 ? folding(own, options) : own;
  const words = nameOf
    ? withNames(wordsOf(element, type, language), element, type, nameOf)
    : wordsOf(element, type, language);
  const optionAt = (exit: string) => options.find((option) => option === exit);
  const isConnected = (exit: string) =>
    optionAt(exit) === undefined
      ? isUsed(used, id, exit) || (own.exits.length === 1 && isUsed(used, id, ''))
      : isUsed(used, exit as ElementId, '') || isUsed(used, exit as ElementId, 'next');
  const isFollowed = (exit: string) => isConnected(exit) || !offered.has(optionAt(exit) ?? id);
  return {
    id,
    type: type.type,
    typeTitle: type.title,
    icon: type.icon,
    group: type.group,
    name: element.name,
    words: words === element.name ? '' : words,
    at: parts.at,
    height: cardHeight(shape),
    arrives: arrivesAt(shape),
    ports: shape.exits.flatMap((exit, index) => {
      const option = optionAt(exit.name);
      const port = {
        exit: exit.name,
        label: option === undefined ? exit.label : (interaction.elements[option]?.name ?? option),
        at: leavesAt(shape, index),
        isConnected: isConnected(exit.name),
        isFollowed: isFollowed(exit.name),
        unconnected: exit.unconnected,
      };
      // The row of a folded option stays where it leads nowhere: it says what can be chosen.
      return port.isFollowed || option !== undefined ? [port] : [];
    }),
    isStart: interaction.start === id,
    folded: options,
  };
}

/** A card with its options as rows, behind the ways out that are not theirs. */
function folding({ group, exits }: CardShape, options: readonly ElementId[]): CardShape {
  return { group, exits: [...exits.filter(({ connectors }) => connectors === 'one'), ...options.map(rowOf)] };
}

/** A folded option is a row of the card, with the port that its own connector leaves from. */
function rowOf(option: ElementId) {
  return { name: option, label: '', connectors: 'one', unconnected: 'ends-completed' } as const;
}

/** Each option that one element alone asks for, with that element. */
function foldedInto(
  interaction: Interaction,
  catalog: Catalog,
  connectors: readonly [ConnectorId, Connector][],
): ReadonlyMap<ElementId, ElementId> {
  const askedBy = new Map<ElementId, ElementId | undefined>();
  const ordered = [...connectors].sort(([, a], [, b]) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1));
  for (const [, { from, to }] of ordered) {
    const element = interaction.elements[to];
    const type = element && catalog.get(element.type);
    if (type?.group !== 'option') continue;
    askedBy.set(to, askedBy.has(to) ? undefined : from);
  }
  const folded = new Map<ElementId, ElementId>();
  for (const [option, asking] of askedBy) if (asking !== undefined) folded.set(option, asking);
  return folded;
}

function lineOf(
  id: ConnectorId,
  { from, exit, to }: Connector,
  cards: ReadonlyMap<ElementId, Card>,
  hidden: ReadonlyMap<ElementId, ElementId>,
): Line | undefined {
  const asking = hidden.get(from);
  const source = cards.get(asking ?? from);
  const target = cards.get(to);
  if (!source || !target || hidden.has(to)) return undefined;
  const port = asking === undefined ? (exit ?? source.ports[0]?.exit) : from;
  if (port === undefined || !source.ports.some((candidate) => candidate.exit === port)) return undefined;
  const below = Math.max(source.at[1] + source.height, target.at[1] + target.height);
  return { id, from: source.id, port, to, isBack: target.at[0] <= source.at[0], below };
}

const told = new WeakMap<Element, { readonly language: string; readonly words: string }>();

/** The first words of an element; remembered while it stays the same object. */
function wordsOf(element: Element, type: ElementType, language: string): string {
  const known = told.get(element);
  if (known?.language === language) return known.words;
  const words = plain(type.summary(settingsOf(element), language));
  told.set(element, { language, words });
  return words;
}

/** People know teams and Interactions by their names. */
function withNames(
  words: string,
  element: Element,
  type: ElementType,
  nameOf: NonNullable<DrawingWish['nameOf']>,
): string {
  const named = words === '' ? [] : (type.references?.(settingsOf(element)) ?? []);
  return named.reduce((said, reference) => {
    const name = said.includes(reference.key) ? nameOf(reference) : undefined;
    return name === undefined ? said : said.replaceAll(reference.key, () => name);
  }, words);
}

/** A text without Markdown's signs, on one line: what fits on a card. */
function plain(text: string): string {
  return (
    text
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/(^|\n)\s*(#{1,6}|[-*+>]|\d+\.)\s+/g, '$1')
      .replace(/[*`]{1,3}(\S(?:.*?\S)?)[*`]{1,3}/g, '$1')
      // Within a word, such as the name of a variable, it marks nothing.
      .replace(/(?<![\p{L}\p{N}_])_{1,3}([^\s_](?:.*?[^\s_])?)_{1,3}(?![\p{L}\p{N}_])/gu, '$1')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 160)
  );
}

/** What a card is called by those who hear it: `Question: Problem type. What type of problem? 3 ways out`. */
export function cardLabel(card: Card, marks: readonly { readonly label: string }[]): string {
  const waysOut =
    card.ports.length === 0 ? '' : card.ports.length === 1 ? '1 way out' : `${card.ports.length} ways out`;
  const parts = [
    `${card.typeTitle}: ${card.name}`,
    card.words,
    card.isStart ? 'Start' : '',
    waysOut,
    ...marks.map(({ label }) => label),
  ];
  return parts
    .filter((part) => part !== '')
    .join('. ')
    .replace(/([.?!])\./g, '$1');
}
