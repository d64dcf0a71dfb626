import { MASK } from '#contract/answers/mask.ts';
import type { OfferedOption, RunContext } from '#contract/element-type.ts';
import { type LocalizedText, textIn } from '#contract/localized-text.ts';
import type { TextTree } from '#contract/text-tree.ts';
import type { Evaluation } from '#expressions/expression.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import { type Lookup, LookupBeside } from '#expressions/values/lookup.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { type Json, type JsonObject, own } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { CompiledText } from './compiled-text.ts';
import { type Given, NOTHING_GIVEN } from './given.ts';
import { offeredOptions } from './offered-options.ts';
import type { Place } from './program.ts';
import { leadsAround } from './rounds.ts';
import { SecretGone } from './secret-gone.ts';
import { showValue } from './show-value.ts';
import { keptBy, ownVariables, type Seen, type SessionState } from './state.ts';
import { VisibleValues } from './visible-values.ts';

/**
 * What an element sees of the run at this moment.
 *
 * @param from the element by whose connector the run has just come here
 */
export function runContext(
  place: Place,
  seen: Seen,
  now: Instant,
  given: Given = NOTHING_GIVEN,
  from?: ElementPath,
): RunContext {
  return new Context(place, seen, now, given, from);
}

/** The same for pages, which never hold secrets: what reads one sees nothing, and texts show a mask. */
export function pageContext(place: Place, seen: SessionState, given: Given): RunContext {
  return new PageContext(place, seen, given);
}

/** The same for whoever looks at what a page asks and not at its words: all of them are empty. */
export function silentContext(place: Place, seen: SessionState, given: Given): RunContext {
  return new SilentContext(place, seen, given);
}

class Context implements RunContext {
  readonly place: Place;
  readonly seen: Seen;
  readonly now: Instant;
  readonly given: Given;
  readonly from: ElementPath | undefined;
  #values: Lookup | undefined;
  #labels: Map<string, ReadonlyMap<string, string>> | undefined;

  constructor(place: Place, seen: Seen, now: Instant, given: Given, from: ElementPath | undefined) {
    this.place = place;
    this.seen = seen;
    this.now = now;
    this.given = given;
    this.from = from;
  }

  get element(): ElementPath {
    return this.place.path;
  }

  get language(): string {
    return this.seen.language;
  }

  get timeZone(): string | undefined {
    return this.given.timeZone;
  }

  get files(): Given['files'] {
    return this.given.files;
  }

  get variables(): JsonObject {
    return ownVariables(this.seen.variables, this.place.frame);
  }

  get scope(): Scope {
    return this.place.program.scope;
  }

  get suggestion(): Json | undefined {
    return own(this.seen.suggestions as JsonObject, this.place.path);
  }

  get kept(): JsonObject {
    return keptBy(this.seen.variables, this.place.path);
  }

  get comesAround(): boolean {
    return this.from !== undefined && leadsAround(this.place, this.from);
  }

  options(exit: string): readonly OfferedOption[] {
    return offeredOptions(this.place, exit, this);
  }

  evaluate(source: string, beside?: JsonObject): Evaluation {
    const compiled = this.place.program.expression(source);
    this.requireSecrets(compiled.reads, beside);
    const values = beside ? new LookupBeside(beside, this.#visible) : this.#visible;
    return compiled.evaluate(values, this.now, this.given.timeZone);
  }

  readsOf(source: string): JsonObject {
    const { reads } = this.place.program.expression(source);
    const read: { [name: string]: Json } = {};
    for (const name of reads) {
      const value = this.#isSecret(name) ? MASK : this.#visible.get(name);
      if (value !== undefined) read[name] = value;
    }
    return read;
  }

  secretsOf(source: string): readonly string[] {
    if (!this.seen.secrets && this.place.program.secrets.size === 0) return NONE;
    return this.place.program.expression(source).reads.filter((name) => this.#isSecret(name));
  }

  text(text: LocalizedText): TextTree {
    return this.#textOf(text).tree((source) => this.#showSource(source));
  }

  words(text: LocalizedText): string {
    const compiled = this.#textOf(text);
    return compiled.plain ?? compiled.words((source) => this.#showSource(source));
  }

  show(value: Json, type: ValueType): string {
    return showValue(value, type, this.language, () => undefined);
  }

  #textOf(text: LocalizedText): CompiledText {
    const { program } = this.place;
    return program.text(textIn(text, this.language, program.sourceLanguage));
  }

  #showSource(source: string): string {
    if (this.secretsOf(source).length > 0) return MASK;
    const { program } = this.place;
    const name = source.trim();
    const { value } = this.evaluate(source);
    const { type } = program.expression(source);
    const words = typeof value === 'string' && type.kind === 'text' ? this.#ownWords(name, value) : undefined;
    return words ?? showValue(value, type, this.language, (option) => this.#labelOf(name, option));
  }

  /** How the element that asked for a text writes it, such as a telephone number in groups. */
  #ownWords(variable: string, value: string): string | undefined {
    for (const { type, settings } of this.place.program.makers(variable)) {
      const words = type.shows?.(settings, variable, value);
      if (words !== undefined) return words;
    }
    return undefined;
  }

  /** What an option is called: by the Choice that offers it, else by the list that it stands in. */
  #labelOf(variable: string, value: string): string | undefined {
    const { program } = this.place;
    return program.label(variable, value, this.language) ?? this.#listed(variable).get(value);
  }

  #listed(variable: string): ReadonlyMap<string, string> {
    this.#labels ??= new Map();
    const known = this.#labels.get(variable);
    if (known) return known;
    const makers = this.place.program.makers(variable);
    const offered = makers.flatMap(({ type, settings }) => type.offers?.(settings, variable, this) ?? []);
    const labels = new Map(offered.map(({ value, label }) => [value, label]));
    this.#labels.set(variable, labels);
    return labels;
  }

  isSecret(variable: string): boolean {
    return this.place.program.secrets.has(variable);
  }

  #isSecret(name: string): boolean {
    return this.isSecret(name) || Object.hasOwn(this.seen.secrets ?? {}, this.place.frame + name);
  }

  /** Values given beside the others are at hand, whatever memory holds: an answer that is being checked is one. */
  protected requireSecrets(reads: readonly string[], beside: JsonObject = {}): void {
    const { secrets } = this.given;
    if (!this.seen.secrets) return;
    for (const name of reads) {
      const key = this.place.frame + name;
      if (!Object.hasOwn(this.seen.secrets ?? {}, key)) continue;
      if (Object.hasOwn(secrets ?? {}, key) || Object.hasOwn(beside, name)) continue;
      throw new SecretGone(key);
    }
  }

  get #visible(): Lookup {
    this.#values ??= new VisibleValues(this.seen, this.given, this.place.frame);
    return this.#values;
  }
}

class PageContext extends Context {
  constructor(place: Place, seen: SessionState, given: Given) {
    super(place, seen, seen.enteredAt, given.secrets ? withoutSecrets(given) : given, undefined);
  }

  protected override requireSecrets(): void {}
}

class SilentContext extends PageContext {
  override text(): TextTree {
    return [];
  }

  override words(): string {
    return '';
  }

  override show(): string {
    return '';
  }
}

function withoutSecrets({ secrets: _kept, ...given }: Given): Given {
  return given;
}

const NONE: readonly string[] = [];
