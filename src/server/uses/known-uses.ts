import { setImmediate as breathe } from 'node:timers/promises';
import type { Catalog } from '#contract/element-type.ts';
import { type OutcomeGiven, outcomesGiven, type ValueRead, valuesRead } from '#format/account-uses.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Element, Interaction } from '#format/interaction.ts';
import { readInteraction } from '#format/read.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { ContentHash } from '#prelude/ids.ts';
import { isJsonObject } from '#prelude/json.ts';
import { sectionsOf } from '../working-copies/content.ts';

interface Named {
  /** Of the element, as the designer called it. */
  readonly name: string;
}

/** What a version or working copy uses of its account. */
export interface ContentUses {
  readonly values: readonly (ValueRead & Named)[];
  readonly outcomes: readonly (OutcomeGiven & Named)[];
}

/** Contents whose uses are kept; they are a few lines each. */
const MOST = 5_000;

/** What contents use of their accounts: looked up once for each, since what is published never changes. */
export class KnownUses {
  readonly #catalog: Catalog;
  readonly #known = new Map<ContentHash, ContentUses>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** `bytes` is asked only where the content was not looked at before. */
  async of(content: ContentHash, bytes: () => Promise<string | undefined>): Promise<ContentUses> {
    const known = this.#known.get(content);
    if (known) return known;
    const text = await bytes();
    // Reading a large file takes a while, and there may be hundreds: others are served in between.
    await breathe();
    const read = text === undefined ? undefined : readInteraction(text, this.#catalog);
    invariant(read?.ok, 'a published file can be read');
    const uses = this.#usesOf(read.value);
    const oldest = this.#known.keys().next().value;
    if (this.#known.size >= MOST && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(content, uses);
    return uses;
  }

  /** The same of a working copy as it stands now; elements that are not right as yet use nothing. */
  ofWorkingCopy(parts: readonly Uint8Array[]): ContentUses {
    const { elements, variables } = sectionsOf(parts, ['elements', 'variables']);
    const sound = Object.entries(elements).filter(([, element]) => this.#isSound(element));
    const content = { elements: Object.fromEntries(sound), variables } as unknown as Interaction;
    return this.#usesOf(content);
  }

  #isSound(element: unknown): boolean {
    if (!isJsonObject(element) || typeof element.type !== 'string' || typeof element.name !== 'string') return false;
    const type = this.#catalog.get(element.type);
    return type?.settings.safeParse(settingsOf(element as Element)).success ?? false;
  }

  #usesOf(content: Pick<Interaction, 'elements' | 'variables'>): ContentUses {
    const named = <Spot extends ValueRead | OutcomeGiven>(spots: readonly Spot[]) =>
      spots.map((spot) => ({ ...spot, name: content.elements[spot.element]?.name ?? spot.element }));
    return {
      values: named(valuesRead(content, this.#catalog)),
      outcomes: named(outcomesGiven(content, this.#catalog)),
    };
  }
}
