import type { Catalog } from '#contract/element-type.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import type { Clock, Random } from '#prelude/ports.ts';
import { BEHAVIOURS } from '../behaviours/table.ts';
import type { History } from '../document/history.ts';
import type { InteractionDocument } from '../document/interaction-document.ts';
import { type Draft, draftOf } from './draft.ts';
import type { Host } from './host.ts';
import type { Dialog, EditorState, View } from './state.ts';

/** Everything the page and the tests need of an open Interaction: its state, and the ways to change it. */
export interface Editor {
  readonly catalog: Catalog;
  readonly document: InteractionDocument;
  readonly history: History;
  readonly host: Host;
  readonly random: Random;
  readonly state: EditorState;
  readonly interaction: Interaction;
  /**
   * One named edit: the change, then what follows from it, in one transaction and one entry of the history. The
   * change may return the elements to be selected afterwards.
   */
  edit(name: string, change: (draft: Draft) => readonly ElementId[] | undefined, merge?: string): void;
  /** Makes the working copy another state of the same Interaction, as one entry of the history. */
  replace(name: string, interaction: Interaction): void;
  select(elements: readonly ElementId[]): void;
  selectConnector(connector: ConnectorId): void;
  show(dialog: Dialog | undefined): void;
  look(view: Partial<View>): void;
  /** Says something to the person, quietly and politely. */
  say(words: string): void;
  undo(): void;
  redo(): void;
  subscribe(listener: () => void): () => void;
}

export interface EditorParts {
  readonly catalog: Catalog;
  readonly document: InteractionDocument;
  readonly history: History;
  readonly host: Host;
  readonly clock: Clock;
  readonly random: Random;
}

export function createEditor(parts: EditorParts): Editor {
  const { catalog, document, history, clock, random } = parts;
  const listeners = new Set<() => void>();
  let state: EditorState = {
    interaction: document.read(),
    selected: [],
    connector: undefined,
    dialog: undefined,
    said: '',
    sayings: 0,
    view: {
      folded: false,
      panel: undefined,
      preview: { from: undefined },
      mending: undefined,
      runTests: undefined,
      overlays: undefined,
      language: document.read().languages[0] ?? 'en',
    },
    edits: 0,
  };

  const become = (next: Partial<Omit<EditorState, 'sayings'>>) => {
    state = { ...state, ...next, ...(next.said === undefined ? {} : { sayings: state.sayings + 1 }) };
    for (const listener of listeners) listener();
  };

  const stillThere = (interaction: Interaction) => {
    const selected = state.selected.filter((id) => Object.hasOwn(interaction.elements, id));
    const { connector } = state;
    return {
      selected: selected.length === state.selected.length ? state.selected : selected,
      connector: connector !== undefined && Object.hasOwn(interaction.connectors, connector) ? connector : undefined,
    };
  };

  document.subscribe(() => {
    const interaction = document.read();
    become({ interaction, ...stillThere(interaction), edits: state.edits + 1 });
  });

  const after = (verb: string, turned: ReturnType<History['undo']>) => {
    if (!turned) return;
    const { entry, kept } = turned;
    const touched = touchedElements(entry.changes.map((change) => change.path)).filter((id) =>
      Object.hasOwn(state.interaction.elements, id),
    );
    const selected = entry.undone ? entry.selected.filter((id) => Object.hasOwn(state.interaction.elements, id)) : [];
    become({
      selected: selected.length > 0 ? selected : touched,
      connector: undefined,
      said: `${verb}: ${entry.name}${kept > 0 ? `; ${kept} ${kept === 1 ? 'change' : 'changes'} made since were kept` : ''}`,
    });
    parts.host.reveal(touched);
  };

  return {
    catalog,
    document,
    history,
    random,
    host: parts.host,
    get state() {
      return state;
    },
    get interaction() {
      return state.interaction;
    },
    edit(name, change, merge) {
      const draft = draftOf(state.interaction, catalog, random);
      const selected = state.selected;
      const select = change(draft);
      for (const behaviour of BEHAVIOURS) behaviour.react(draft);
      const changes = document.become({ ...draft.now });
      history.record({ name, at: clock.now(), changes, selected, ...(merge === undefined ? {} : { merge }) });
      const said = draft.told.length > 0 ? { said: draft.told.join(' ') } : {};
      if (select) become({ selected: select, connector: undefined, ...said });
      else become(said);
    },
    replace(name, interaction) {
      const changes = document.become(interaction);
      history.record({ name, at: clock.now(), changes, selected: state.selected });
      become({});
    },
    select(elements) {
      history.seal();
      become({ selected: elements, connector: undefined });
    },
    selectConnector(connector) {
      history.seal();
      become({ selected: [], connector });
    },
    show: (dialog) => become({ dialog }),
    look: (view) => become({ view: { ...state.view, ...view } }),
    say: (said) => become({ said }),
    undo: () => after('Undone', history.undo()),
    redo: () => after('Done again', history.redo()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function touchedElements(paths: readonly (readonly string[])[]): readonly ElementId[] {
  const ids = paths.flatMap((path) => {
    if (path[0] === 'elements' && path[1] !== undefined) return [path[1] as ElementId];
    if (path[0] === 'layout' && path[1] === 'positions' && path[2] !== undefined) return [path[2] as ElementId];
    return [];
  });
  return [...new Set(ids)];
}
