import { createRequire } from 'node:module';
import type { ELK } from 'elkjs/lib/elk-api.js';
import { problemsOf } from '#checks/registry.ts';
import type { ElementType } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import { changeSetting } from '#designer/commands/change-settings.ts';
import { pasteText } from '#designer/commands/clipboard.ts';
import type { Command } from '#designer/commands/command.ts';
import { connect } from '#designer/commands/connect.ts';
import { type InsertWish, insertElement } from '#designer/commands/insert-element.ts';
import { renameElement } from '#designer/commands/rename.ts';
import { commandsFor } from '#designer/commands/table.ts';
import { type HistoryEntry, openHistory } from '#designer/document/history.ts';
import { documentOf, openDocument } from '#designer/document/interaction-document.ts';
import { createEditor, type Editor } from '#designer/editor/editor.ts';
import type { Host } from '#designer/editor/host.ts';
import { elkGraph, movesFrom } from '#designer/layout/elk-graph.ts';
import { catalog } from '#elements/catalog.ts';
import { emptyInteraction, type Interaction } from '#format/interaction.ts';
import { writeInteraction } from '#format/write.ts';
import type { ConnectorId, ElementId, InteractionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { type SteppedClock, seededRandom, steppedClock } from '#prelude/ports.ts';

const Elk: new () => ELK = createRequire(import.meta.url)('elkjs/lib/elk.bundled.js');

/** The designer without its page: what a person does, in the person's words, over the real document and commands. */
export class TestDesigner {
  editor: Editor;
  readonly clock: SteppedClock = steppedClock(Date.UTC(2026, 0, 5, 9));
  readonly commands: readonly Command[] = commandsFor(catalog);
  /** What the page was asked to do. */
  readonly asked: string[] = [];
  clipboard = '';
  private stored: HistoryEntry[] = [];
  private pending: Promise<unknown> = Promise.resolve();

  constructor(file: Interaction = emptyInteraction('int_test' as InteractionId, 'Test', 'en')) {
    this.editor = this.open(documentOf(file));
  }

  private open(document: ReturnType<typeof openDocument>): Editor {
    const store = {
      put: (entry: HistoryEntry) => {
        this.stored = [...this.stored.filter((old) => old.n !== entry.n), entry];
      },
      remove: (entries: readonly HistoryEntry[]) => {
        this.stored = this.stored.filter((old) => entries.every(({ n }) => n !== old.n));
      },
    };
    return createEditor({
      catalog,
      document,
      history: openHistory(document, structuredClone(this.stored), store, 'tab_test'),
      host: this.host(),
      clock: this.clock,
      random: seededRandom(this.stored.length + 7),
    });
  }

  private host(): Host {
    const asked = (what: string) => () => {
      this.asked.push(what);
    };
    return {
      reveal: asked('reveal'),
      fit: asked('fit'),
      zoom: (by) => asked(`zoom ${by}`)(),
      focusSettings: asked('focus settings'),
      focusMap: asked('focus map'),
      openFile: asked('open file'),
      newInteraction: asked('new'),
      saveFile: (name, text) => {
        this.asked.push(`save ${name}`);
        this.clipboard = text;
      },
      writeClipboard: async (text) => {
        this.clipboard = text;
      },
      readClipboard: async () => this.clipboard,
      layout: async (question) => {
        const laid = new Elk().layout(elkGraph(question)).then((graph) => movesFrom(question, graph));
        this.pending = laid;
        return laid;
      },
    };
  }

  /** What a reload of the page does: everything but what is stored is gone. */
  reload(): void {
    this.editor = this.open(openDocument(this.editor.document.shared));
  }

  get file(): Interaction {
    return this.editor.interaction;
  }

  get text(): string {
    return writeInteraction(this.file);
  }

  private type(title: string): ElementType {
    const found = [...catalog.values()].find((type) => type.title === title);
    if (!found) throw new Error(`There is no element type ${title}`);
    return found;
  }

  id(name: string): ElementId {
    const found = Object.entries(this.file.elements).find(([, element]) => element.name === name);
    if (!found) throw new Error(`There is no element “${name}”: ${this.names.join(', ')}`);
    return found[0] as ElementId;
  }

  element(name: string) {
    const element = this.file.elements[this.id(name)];
    if (!element) throw new Error('gone');
    return element;
  }

  get names(): readonly string[] {
    return Object.values(this.file.elements)
      .map((element: { name: string }) => element.name)
      .sort();
  }

  insert(title: string, name?: string, wish?: InsertWish): this {
    insertElement(this.editor, this.type(title), wish);
    if (name !== undefined) {
      const id = this.editor.state.selected[0];
      if (id) renameElement(this.editor, id, name);
    }
    return this;
  }

  select(...names: string[]): this {
    this.editor.select(names.map((name) => this.id(name)));
    return this;
  }

  selectConnector(from: string, to: string): this {
    this.editor.selectConnector(this.connector(from, to));
    return this;
  }

  connector(from: string, to: string): ConnectorId {
    const found = Object.entries(this.file.connectors).find(
      ([, connector]) => connector.from === this.id(from) && connector.to === this.id(to),
    );
    if (!found) throw new Error(`“${from}” does not lead to “${to}”`);
    return found[0] as ConnectorId;
  }

  get selected(): readonly string[] {
    return this.editor.state.selected.map((id) => this.file.elements[id]?.name ?? id);
  }

  connect(from: string, to: string, exit?: string) {
    return connect(this.editor, this.id(from), exit, this.id(to));
  }

  set(name: string, path: string, value: Json | undefined): this {
    changeSetting(this.editor, this.id(name), path.split('.'), value, path);
    return this;
  }

  paste(text: string): this {
    pasteText(this.editor, text);
    return this;
  }

  command(id: string): Command {
    const command = this.commands.find((candidate) => candidate.id === id);
    if (!command) throw new Error(`There is no command ${id}`);
    return command;
  }

  can(id: string): boolean {
    return this.command(id).enabled?.(this.editor) ?? true;
  }

  /** Runs a command of the table, as a key or the palette would. */
  async run(id: string): Promise<this> {
    if (!this.can(id)) throw new Error(`${id} is not possible now`);
    this.command(id).run(this.editor);
    await Promise.resolve();
    await this.pending;
    await Promise.resolve();
    return this;
  }

  undo(times = 1): this {
    for (let i = 0; i < times; i++) this.editor.undo();
    return this;
  }

  redo(times = 1): this {
    for (let i = 0; i < times; i++) this.editor.redo();
    return this;
  }

  /** The map in words: `Problem type —choices→ Billing`, sorted. */
  get map(): readonly string[] {
    const name = (id: ElementId) => this.file.elements[id]?.name ?? id;
    return Object.values(this.file.connectors)
      .map((connector: { from: ElementId; exit?: string; to: ElementId }) => {
        const exit = connector.exit === undefined ? '→' : `—${connector.exit}→`;
        return `${name(connector.from)} ${exit} ${name(connector.to)}`;
      })
      .sort();
  }

  count(title: string): number {
    const type = this.type(title).type;
    return Object.values(this.file.elements).filter((element: { type: string }) => element.type === type).length;
  }

  get start(): string | undefined {
    return this.file.start === undefined ? undefined : this.file.elements[this.file.start]?.name;
  }

  get problems(): readonly Problem[] {
    return problemsOf(this.file, catalog);
  }
}
