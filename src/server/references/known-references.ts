import { setImmediate as breathe } from 'node:timers/promises';
import { type Content, type Referring, referencesIn, type ValueRead, valuesRead } from '#checks/account/uses.ts';
import type { ModelElement } from '#checks/model.ts';
import type { Catalog } from '#contract/element-type.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Element, Interaction } from '#format/interaction.ts';
import { readInteraction } from '#format/read.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { ContentHash, ElementId } from '#prelude/ids.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { sectionsOf } from '../working-copies/content.ts';

interface OfElement {
  /** Of the element, as the designer called it. */
  readonly name: string;
}

/** What a version or working copy refers to of its account. */
export interface ContentReferences {
  readonly values: readonly (ValueRead & OfElement)[];
  readonly named: readonly (Referring & OfElement)[];
}

/** Contents whose references are kept; they are a few lines each. */
const MOST = 5_000;

/** What contents refer to of their accounts: looked up once for each, since what is published never changes. */
export class KnownReferences {
  readonly #catalog: Catalog;
  readonly #known = new Map<ContentHash, ContentReferences>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** `bytes` is asked only where the content was not looked at before. */
  async of(content: ContentHash, bytes: () => Promise<string | undefined>): Promise<ContentReferences> {
    const known = this.#known.get(content);
    if (known) return known;
    const text = await bytes();
    // Reading a large file takes a while, and there may be hundreds: others are served in between.
    await breathe();
    const read = text === undefined ? undefined : readInteraction(text, this.#catalog);
    invariant(read?.ok, 'a published file can be read');
    const references = this.#referencesOf(read.value.elements, read.value.variables);
    const oldest = this.#known.keys().next().value;
    if (this.#known.size >= MOST && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(content, references);
    return references;
  }

  /** The same of a working copy as it stands now; elements that are not right as yet refer to nothing. */
  ofWorkingCopy(parts: readonly Uint8Array[]): ContentReferences {
    const { elements, variables } = sectionsOf(parts, ['elements', 'variables']);
    return this.#referencesOf(elements, variables as unknown as Interaction['variables']);
  }

  #referencesOf(raw: { readonly [id: string]: Json }, variables: Content['variables']): ContentReferences {
    const elements = Object.entries(raw).flatMap(([id, element]) => this.#soundElement(id, element) ?? []);
    const names = new Map(elements.map(({ id, element }) => [id, element.name]));
    const withName = <Spot extends ValueRead | Referring>(spots: readonly Spot[]) =>
      spots.map((spot) => ({ ...spot, name: names.get(spot.element) ?? spot.element }));
    return {
      values: withName(valuesRead({ elements, variables })),
      named: withName(referencesIn({ elements })),
    };
  }

  #soundElement(id: string, element: Json): ModelElement | undefined {
    if (!isJsonObject(element) || typeof element.type !== 'string' || typeof element.name !== 'string')
      return undefined;
    const type = this.#catalog.get(element.type);
    const settings = settingsOf(element as Element);
    if (!type?.settings.safeParse(settings).success) return undefined;
    return { id: id as ElementId, element: element as Element, type, settings };
  }
}
