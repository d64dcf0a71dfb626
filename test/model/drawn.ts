import type { ActionButton } from '#contract/buttons/action-button.ts';
import type { CallSettings } from '#contract/call/call-settings.ts';
import type { LocalizedText } from '#contract/localized-text.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { Interaction } from '#format/interaction.ts';
import { scopeOf } from '#format/scope.ts';

interface Row {
  readonly variable: string;
  readonly value: string;
}

export interface DrawnAnswer {
  readonly kind: string;
  readonly variable: string;
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly scale?: number;
  readonly list?: { readonly from: string; readonly value: string; readonly label: string };
}

export interface DrawnTable {
  readonly form: 'table';
  readonly hitPolicy: 'unique' | 'first' | 'any' | 'priority';
  readonly inputs: readonly { readonly id: string; readonly expression: string }[];
  readonly outputs: readonly { readonly id: string; readonly variable: string; readonly otherwise?: string }[];
  readonly exits: readonly { readonly id: string }[];
  readonly rules: readonly {
    readonly id: string;
    readonly when: { readonly [column: string]: string };
    readonly exit: string;
    readonly set?: { readonly [column: string]: string };
  }[];
}

export interface DrawnRules {
  readonly form: 'rules';
  readonly rules: readonly { readonly id: string; readonly when: string }[];
}

/** What the drawings of the generators hold, as the READMEs of the element types tell it. */
export type Drawn = {
  readonly name: string;
  readonly entryPoint?: boolean;
  readonly buttons?: readonly ActionButton[];
} & (
  | { readonly type: 'statement'; readonly text: LocalizedText; readonly mustRead?: boolean }
  | {
      readonly type: 'question';
      readonly text: LocalizedText;
      readonly answer: DrawnAnswer;
      readonly verify?: CallSettings & { readonly valid: string };
    }
  | { readonly type: 'choice'; readonly label: LocalizedText; readonly value: string }
  | { readonly type: 'decision'; readonly logic: DrawnRules | DrawnTable }
  | {
      readonly type: 'assignment';
      readonly rows: readonly { readonly variable: string; readonly expression: string }[];
    }
  | { readonly type: 'end'; readonly outcome: string }
  | ({ readonly type: 'integration' } & CallSettings)
  | {
      readonly type: 'email';
      readonly to: readonly { readonly address: string }[];
      readonly subject: LocalizedText;
      readonly text: LocalizedText;
      readonly untilSent?: boolean;
    }
  | {
      readonly type: 'client-event';
      readonly event: string;
      readonly payload: readonly { readonly name: string; readonly value: string }[];
    }
  | { readonly type: 'wait'; readonly until: DrawnUntil; readonly skippable?: boolean }
  | {
      readonly type: 'transfer';
      readonly to:
        | { readonly kind: 'team'; readonly team: string }
        | { readonly kind: 'person'; readonly person: string }
        | { readonly kind: 'number'; readonly number: string };
    }
  | { readonly type: 'loop'; readonly list: string; readonly item: string; readonly position?: string }
  | {
      readonly type: 'sub-interaction';
      readonly interaction: string;
      readonly outcomes: readonly { readonly id: string; readonly outcome: string }[];
      readonly inputs: readonly Row[];
      readonly outputs: readonly Row[];
    }
);

export type DrawnOf<Type extends Drawn['type']> = Extract<Drawn, { readonly type: Type }>;

export type DrawnUntil =
  | { readonly kind: 'duration'; readonly duration: string }
  | { readonly kind: 'moment'; readonly moment: string }
  | {
      readonly kind: 'event';
      readonly event: string;
      readonly limit?: string;
      readonly outputs: readonly Row[];
    };

/** An Interaction as somebody reads it off the map: every question is answered by looking through the whole of it. */
export class Chart {
  readonly interaction: Interaction;
  readonly scope: Scope;

  constructor(interaction: Interaction) {
    this.interaction = interaction;
    this.scope = scopeOf(interaction);
  }

  get ids(): readonly string[] {
    return Object.keys(this.interaction.elements);
  }

  element(id: string): Drawn | undefined {
    const elements = this.interaction.elements as unknown as { readonly [id: string]: Drawn };
    return Object.hasOwn(elements, id) ? elements[id] : undefined;
  }

  /** The elements that an exit leads to, in order. A connector that names no exit leaves by the only one there is. */
  leads(from: string, exit: string): readonly string[] {
    return Object.entries(this.interaction.connectors)
      .filter(([, connector]) => connector.from === from && (connector.exit ?? exit) === exit)
      .sort(([a, one], [b, two]) => compare(one.order ?? '', two.order ?? '') || compare(a, b))
      .map(([, connector]) => connector.to);
  }

  /** The Choices that a Question offers. */
  choices(question: string): readonly { readonly id: string; readonly choice: DrawnOf<'choice'> }[] {
    return this.leads(question, 'choices').flatMap((id) => {
      const choice = this.element(id);
      return choice?.type === 'choice' ? [{ id, choice }] : [];
    });
  }

  /** Whether a variable's values may be written down nowhere, whatever happens. */
  isSecret(variable: string): boolean {
    const declared = Object.entries(this.interaction.variables).find(([key]) => key === variable)?.[1];
    if (declared?.privacy === 'secret') return true;
    return this.ids.some((id) => {
      const element = this.element(id);
      return element?.type === 'question' && element.answer.kind === 'secret' && element.answer.variable === variable;
    });
  }

  get entryPoints(): readonly string[] {
    return this.ids.filter((id) => this.element(id)?.entryPoint === true);
  }

  /** Whether every way from where runs begin to an element leads through another one. */
  onlyThrough(gate: string, element: string): boolean {
    const start = this.interaction.start;
    const fromStart = this.#reached(start === undefined ? [] : [start], undefined);
    const begins = this.entryPoints.filter((id) => !fromStart.has(id));
    return !this.#reached([...(start === undefined ? [] : [start]), ...begins], gate).has(element);
  }

  #reached(begins: readonly string[], gate: string | undefined): ReadonlySet<string> {
    const seen = new Set<string>();
    const walk = (id: string) => {
      if (id === gate || seen.has(id)) return;
      seen.add(id);
      for (const { from, to } of Object.values(this.interaction.connectors)) if (from === id) walk(to);
    };
    for (const id of begins) walk(id);
    return seen;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
