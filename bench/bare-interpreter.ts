import type { Interaction } from '#format/interaction.ts';

/** One element with its connectors, as looked up from a file. */
interface BareElement {
  readonly variable: string;
  /** Where each answer leads. */
  readonly to: ReadonlyMap<string, string>;
}

export interface BareState {
  readonly at: string;
  readonly variables: { readonly [key: string]: string };
  readonly trail: readonly { readonly element: string; readonly answer: string }[];
}

/**
 * The least that an interpreter of such a file has to do: find the element, match the answer with its options, keep the
 * answer and the path. No checks, no events, no page, no limits: nothing that has more to say can be faster.
 */
export class BareInterpreter {
  readonly first: BareState;
  readonly #elements = new Map<string, BareElement>();

  constructor({ start, elements, connectors }: Interaction) {
    this.first = { at: start ?? '', variables: {}, trail: [] };
    const leaving = (id: string) => Object.values(connectors).filter(({ from }) => from === id);
    for (const [id, element] of Object.entries(elements)) {
      if (element.type !== 'question') continue;
      const { answer } = element as unknown as { readonly answer: { readonly variable: string } };
      const to = new Map<string, string>();
      for (const { to: choice } of leaving(id)) {
        const { value } = elements[choice] as unknown as { readonly value: string };
        const next = leaving(choice)[0];
        if (next) to.set(value, next.to);
      }
      this.#elements.set(id, { variable: answer.variable, to });
    }
  }

  answer(state: BareState, value: string): BareState {
    const element = this.#elements.get(state.at);
    const at = element?.to.get(value);
    if (element === undefined || at === undefined) throw new Error(`${state.at} does not take ${value}`);
    return {
      at,
      variables: { ...state.variables, [element.variable]: value },
      trail: [...state.trail, { element: state.at, answer: value }],
    };
  }
}
