import { elementOf, frameOf } from '#contract/element-path.ts';
import type { Catalog, ElementType, Exit } from '#contract/element-type.ts';
import { type LocalizedText, textIn } from '#contract/localized-text.ts';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import { settingsOf } from '#format/element-settings.ts';
import { elementIds, graphOf } from '#format/graph.ts';
import { contentHash } from '#format/hash.ts';
import type { Element, Interaction } from '#format/interaction.ts';
import { scopeOf } from '#format/scope.ts';
import { secretVariables } from '#format/secret-variables.ts';
import { invariant } from '#prelude/assert-never.ts';
import { millisecondsOf } from '#prelude/duration.ts';
import type { ContentHash, ElementId, ElementPath, InteractionId } from '#prelude/ids.ts';
import { type CompiledSource, compileSource } from './compiled-source.ts';
import { type CompiledText, compileText } from './compiled-text.ts';

/** A compiled Interaction: connectors indexed, expressions and texts parsed once. Never changes; one serves all sessions. */
export interface Program {
  readonly interaction: Interaction;
  readonly version: ContentHash;
  readonly sourceLanguage: string;
  readonly scope: Scope;
  readonly elements: ReadonlyMap<ElementId, ProgramElement>;
  readonly entryPoints: readonly { readonly element: ElementId; readonly name: string }[];
  /** Variables whose values are held in memory alone. */
  readonly secrets: ReadonlySet<string>;
  /** Milliseconds. */
  readonly target?: number;
  /** The element of a path, through the Interactions that are called on the way; undefined where there is none. */
  find(path: ElementPath): Place | undefined;
  /** The Interaction that this one calls under an id. */
  callee(interaction: InteractionId): Program | undefined;
  expression(source: string): CompiledSource;
  text(source: string): CompiledText;
  /** What the Choice behind an option variable's value is called, where there is one. */
  label(variable: string, value: string, language: string): string | undefined;
  /** The elements that make a variable by themselves. */
  makers(variable: string): readonly ProgramElement[];
}

export interface ProgramElement {
  readonly id: ElementId;
  readonly element: Element;
  readonly type: ElementType;
  readonly settings: object;
  readonly exits: ReadonlyMap<string, ProgramExit>;
  /** Milliseconds. */
  readonly target?: number;
}

export interface ProgramExit {
  readonly exit: Exit;
  /** Where it leads, in order: one element, or the options. */
  readonly to: readonly ElementId[];
}

/** An element of a run: which Interaction it stands in, and under which frame. */
export interface Place {
  readonly path: ElementPath;
  readonly frame: string;
  readonly program: Program;
  readonly node: ProgramElement;
}

export interface Surroundings {
  /** The programs of other Interactions, each in the version that is pinned. Asked when first needed. */
  readonly library?: (interaction: InteractionId) => Program | undefined;
  /** The type of the account's values; any unless given. */
  readonly values?: ValueType;
}

/** Compiles an Interaction that was read by the format layer. Faults in its expressions show when they are evaluated. */
export function compile(interaction: Interaction, catalog: Catalog, { library, values }: Surroundings = {}): Program {
  const graph = graphOf(interaction);
  const scope = values ? { ...scopeOf(interaction), values } : scopeOf(interaction);
  const elements = new Map<ElementId, ProgramElement>();
  for (const id of elementIds(interaction)) {
    const element = interaction.elements[id];
    invariant(element, 'an id of the map stands in the map');
    const type = catalog.get(element.type);
    invariant(type, `the catalogue knows ${element.type}, as the file was read with it`);
    const settings = settingsOf(element);
    const exits = new Map<string, ProgramExit>();
    const first = type.exits(settings)[0]?.name;
    for (const exit of type.exits(settings)) {
      const to = graph.from(id).filter((connector) => (connector.exit ?? first) === exit.name);
      exits.set(exit.name, { exit, to: to.map((connector) => connector.to) });
    }
    elements.set(id, { id, element, type, settings, exits, ...timed(element.target) });
  }
  const expressions = new Map<string, CompiledSource>();
  const texts = new Map<string, CompiledText>();
  const labels = new Map<string, ReadonlyMap<string, LocalizedText>>();
  const places = new Map<ElementPath, Place>();
  const makers = makersOf(elements);
  const program: Program = {
    interaction,
    version: contentHash(interaction),
    sourceLanguage: interaction.languages[0],
    scope,
    elements,
    entryPoints: [...elements.values()]
      .filter(({ element }) => element.entryPoint)
      .map(({ id, element }) => ({ element: id, name: element.name })),
    secrets: secretVariables(interaction, elements.values()),
    ...timed(interaction.target),
    find: (path) => {
      const known = places.get(path);
      if (known) return known;
      const found = findPlace(program, path);
      if (found) places.set(path, found);
      return found;
    },
    callee: (id) => library?.(id),
    expression: (source) => remember(expressions, source, () => compileSource(source, scope)),
    text: (source) => remember(texts, source, () => compileText(source)),
    label: (variable, value, language) => {
      const text = remember(labels, variable, () => optionLabels(program.makers(variable), elements)).get(value);
      return text && textIn(text, language, interaction.languages[0]);
    },
    makers: (variable) => makers.get(variable) ?? NO_MAKERS,
  };
  return program;
}

function findPlace(top: Program, path: ElementPath): Place | undefined {
  const frame = frameOf(path);
  let program: Program | undefined = top;
  for (const caller of frame === '' ? [] : frame.slice(0, -1).split('/')) {
    const node: ProgramElement | undefined = program.elements.get(caller as ElementId);
    const called: InteractionId | undefined = node && calledBy(node);
    program = called && program.callee(called);
    if (!program) return undefined;
  }
  const node = program.elements.get(elementOf(path));
  return node && { path, frame, program, node };
}

/** The Interaction that an element calls. */
function calledBy({ type, settings }: ProgramElement): InteractionId | undefined {
  return type.references?.(settings).find(({ kind }) => kind === 'interaction')?.key as InteractionId | undefined;
}

function timed(target: string | undefined): { target?: number } {
  return target === undefined ? {} : { target: millisecondsOf(target) };
}

function remember<V>(known: Map<string, V>, key: string, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

const NO_MAKERS: readonly ProgramElement[] = [];

function makersOf(elements: ReadonlyMap<ElementId, ProgramElement>): ReadonlyMap<string, readonly ProgramElement[]> {
  const makers = new Map<string, ProgramElement[]>();
  for (const element of elements.values()) {
    for (const { key } of element.type.makes(element.settings)) {
      const others = makers.get(key);
      if (others) others.push(element);
      else makers.set(key, [element]);
    }
  }
  return makers;
}

/** The labels that elements connected as options to the makers of a variable give to its values. */
function optionLabels(makers: readonly ProgramElement[], elements: ReadonlyMap<ElementId, ProgramElement>) {
  const labels = new Map<string, LocalizedText>();
  for (const { exits } of makers) {
    for (const { exit, to } of exits.values()) {
      if (exit.connectors !== 'options') continue;
      for (const id of to) {
        const target = elements.get(id);
        const face = target?.type.option?.(target.settings);
        if (face) labels.set(face.value, face.label);
      }
    }
  }
  return labels;
}
