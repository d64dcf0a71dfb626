import { describe, expect, test } from 'vitest';
import { commandsFor } from '#designer/commands/table.ts';
import { addTest } from '#designer/commands/tests.ts';
import { catalog } from '#elements/catalog.ts';
import { TestDesigner } from './test-designer.ts';

/** Two Statements, one after the other. */
function pair(): TestDesigner {
  return new TestDesigner().insert('Statement', 'Welcome').insert('Statement', 'Goodbye');
}

function asked(): TestDesigner {
  const designer = new TestDesigner().insert('Question', 'Problem');
  return designer.paste('Billing\nTechnical');
}

/** What each command of the table does, in the words of the person who gives it. A command without a line here fails. */
const CASES: { readonly [id: string]: () => Promise<void> | void } = {
  ...Object.fromEntries(
    [...catalog.values()].map((type) => [
      `insert-${type.type}`,
      async () => {
        const designer = new TestDesigner();
        await designer.run(`insert-${type.type}`);
        expect(designer.count(type.title)).toBe(1);
        expect(designer.asked).toContain('focus settings');
        expect(designer.selected).toEqual([type.title]);
      },
    ]),
  ),
  async 'quick-add'() {
    const designer = pair().select('Welcome');
    await designer.run('quick-add');
    expect(designer.editor.state.dialog).toEqual({ kind: 'quick-add', after: [designer.id('Welcome')] });
  },
  async 'add-choice'() {
    const designer = asked().select('Billing');
    await designer.run('add-choice');
    expect(designer.map).toContain('Problem —choices→ Choice');
  },
  async undo() {
    const designer = pair();
    await designer.run('undo');
    expect(designer.names).toEqual(['Statement', 'Welcome']);
  },
  async redo() {
    const designer = pair().undo();
    await designer.run('redo');
    expect(designer.names).toEqual(['Goodbye', 'Welcome']);
  },
  async 'edit-settings'() {
    const designer = pair();
    designer.asked.length = 0;
    await designer.run('edit-settings');
    expect(designer.asked).toEqual(['focus settings']);
  },
  async rename() {
    const designer = pair();
    await designer.run('rename');
    expect(designer.editor.state.dialog).toEqual({ kind: 'rename', element: designer.id('Goodbye'), on: 'map' });
  },
  async cut() {
    const designer = pair();
    await designer.run('cut');
    expect(designer.names).toEqual(['Welcome']);
    designer.paste(designer.clipboard);
    expect(designer.names).toEqual(['Goodbye', 'Welcome']);
  },
  async copy() {
    const designer = pair();
    await designer.run('copy');
    expect(designer.names).toEqual(['Goodbye', 'Welcome']);
    expect(JSON.parse(designer.clipboard)).toMatchObject({ waymark: 'elements' });
  },
  async paste() {
    const designer = asked();
    designer.clipboard = '- Something else\n2. Nothing of this\n\n';
    await designer.select('Problem').run('paste');
    expect(designer.map).toContain('Problem —choices→ Something else');
    expect(designer.map).toContain('Problem —choices→ Nothing of this');
  },
  async duplicate() {
    const designer = asked();
    designer.editor.select(Object.keys(designer.file.elements) as never);
    await designer.run('duplicate');
    expect(designer.names).toEqual(['Billing', 'Billing', 'Problem', 'Problem', 'Technical', 'Technical']);
    expect(Object.keys(designer.file.variables)).toEqual(['problem', 'problem_2']);
    expect(designer.problems.filter(({ severity, code }) => severity === 'error' && !code.includes('text'))).toEqual(
      [],
    );
  },
  async delete() {
    const designer = pair().insert('Statement', 'Last').select('Goodbye');
    await designer.run('delete');
    expect(designer.map).toEqual(['Welcome → Last']);
    await designer.selectConnector('Welcome', 'Last').run('delete');
    expect(designer.map).toEqual([]);
    expect(designer.names).toEqual(['Last', 'Welcome']);
  },
  async 'set-as-start'() {
    const designer = pair().select('Goodbye');
    await designer.run('set-as-start');
    expect(designer.start).toBe('Goodbye');
    expect(designer.can('set-as-start')).toBe(false);
  },
  async connect() {
    const designer = pair();
    await designer.run('connect');
    expect(designer.editor.state.dialog).toEqual({ kind: 'connect', from: designer.id('Goodbye') });
  },
  async 'select-all'() {
    const designer = pair();
    await designer.run('select-all');
    expect(designer.selected).toHaveLength(2);
  },
  async 'select-none'() {
    const designer = pair();
    await designer.run('select-none');
    expect(designer.selected).toEqual([]);
    // Right after an insert, Escape takes it back.
    designer.insert('End');
    await designer.run('select-none');
    expect(designer.count('End')).toBe(0);
  },
  async 'select-same-type'() {
    const designer = pair().select().insert('End').select('Welcome');
    await designer.run('select-same-type');
    expect([...designer.selected].sort()).toEqual(['Goodbye', 'Welcome']);
  },
  async 'select-downstream'() {
    const designer = asked().select('Problem');
    await designer.run('select-downstream');
    expect(designer.selected).toHaveLength(3);
  },
  async 'select-upstream'() {
    const designer = asked().select('Billing');
    await designer.run('select-upstream');
    expect([...designer.selected].sort()).toEqual(['Billing', 'Problem']);
  },
  async 'walk-right'() {
    const designer = pair().select('Welcome');
    await designer.run('walk-right');
    expect(designer.selected).toEqual(['Goodbye']);
  },
  async 'walk-left'() {
    const designer = pair().select('Goodbye');
    await designer.run('walk-left');
    expect(designer.selected).toEqual(['Welcome']);
  },
  async 'walk-down'() {
    const designer = asked().select('Billing');
    await designer.run('walk-down');
    expect(designer.selected).toEqual(['Technical']);
  },
  async 'walk-up'() {
    const designer = asked().select('Technical');
    await designer.run('walk-up');
    expect(designer.selected).toEqual(['Billing']);
  },
  'move-left': () => moves('move-left', [-8, 0]),
  'move-right': () => moves('move-right', [8, 0]),
  'move-up': () => moves('move-up', [0, -8]),
  'move-down': () => moves('move-down', [0, 8]),
  async 'align-column'() {
    const designer = pair().select('Welcome', 'Goodbye');
    await designer.run('align-column');
    const [a, b] = Object.values(designer.file.layout.positions) as [number, number][];
    expect(a?.[0]).toBe(b?.[0]);
  },
  async 'align-row'() {
    const designer = asked().select('Billing', 'Technical');
    await designer.run('align-row');
    const at = designer.file.layout.positions;
    expect(at[designer.id('Billing')]?.[1]).toBe(at[designer.id('Technical')]?.[1]);
  },
  async 'distribute-down'() {
    const designer = new TestDesigner().insert('Question', 'Problem').paste('A\nB\nC');
    designer.editor.edit('Move', (draft) => {
      draft.put(['layout', 'positions', designer.id('B')], [0, 5]);
      return undefined;
    });
    await designer.select('A', 'B', 'C').run('distribute-down');
    const y = (name: string) => designer.file.layout.positions[designer.id(name)]?.[1] ?? 0;
    const sorted = [y('A'), y('B'), y('C')].sort((a, b) => a - b);
    expect(Math.abs((sorted[2] ?? 0) - 2 * (sorted[1] ?? 0) + (sorted[0] ?? 0))).toBeLessThanOrEqual(1);
  },
  async tidy() {
    const designer = asked().select('Problem').insert('Statement', 'Confirm').select();
    const before = designer.file.layout.positions;
    await designer.run('tidy');
    const moved = Object.keys(before).filter(
      (id) => before[id as never] !== designer.file.layout.positions[id as never],
    );
    expect(moved.length).toBeLessThan(4);
    expect(designer.editor.state.said).toMatch(/in its place|moved/);
  },
  async 'full-layout'() {
    const designer = asked().select('Problem').insert('Statement', 'Confirm').select();
    await designer.run('full-layout');
    const x = (name: string) => designer.file.layout.positions[designer.id(name)]?.[0] ?? 0;
    expect(x('Problem')).toBeLessThan(x('Billing'));
    expect(x('Billing')).toBeLessThan(x('Confirm'));
  },
  palette: () => opens('palette', { kind: 'palette' }),
  shortcuts: () => opens('shortcuts', { kind: 'shortcuts' }),
  'go-to': () => opens('go-to', { kind: 'go-to' }),
  publish: () => opens('publish', { kind: 'publish' }),
  fit: () => asks('fit', 'fit'),
  'fit-selection': () => asks('fit-selection', 'fit'),
  'zoom-in': () => asks('zoom-in', 'zoom in'),
  'zoom-out': () => asks('zoom-out', 'zoom out'),
  'zoom-full': () => asks('zoom-full', 'zoom full'),
  new: () => asks('new', 'new'),
  'open-file': () => asks('open-file', 'open file'),
  async 'save-file'() {
    const designer = pair();
    await designer.run('save-file');
    expect(designer.asked).toContain('save test.interaction.json');
    expect(designer.clipboard).toBe(designer.text);
  },
  async 'fold-choices'() {
    const designer = asked();
    await designer.run('fold-choices');
    expect(designer.editor.state.view.folded).toBe(true);
  },
  ...Object.fromEntries(
    (['outline', 'problems', 'variables', 'translations', 'tests', 'comments', 'versions'] as const).map((panel) => [
      `panel-${panel}`,
      async () => {
        const designer = pair();
        await designer.run(`panel-${panel}`);
        expect(designer.editor.state.view.panel).toBe(panel);
        await designer.run(`panel-${panel}`);
        expect(designer.editor.state.view.panel).toBeUndefined();
      },
    ]),
  ),
  async preview() {
    const designer = pair();
    await designer.run('preview');
    expect(designer.editor.state.view).toMatchObject({ panel: 'preview', preview: { from: undefined } });
  },
  async 'preview-from-here'() {
    const designer = pair();
    await designer.run('preview-from-here');
    expect(designer.editor.state.view).toMatchObject({ panel: 'preview', preview: { from: designer.id('Goodbye') } });
  },
  async 'run-tests'() {
    const designer = pair();
    addTest(designer.editor, { name: 'Any', answers: [], expect: {} });
    await designer.run('run-tests');
    expect(designer.editor.state.view).toMatchObject({ panel: 'tests', runTests: {} });
  },
};

async function moves(command: string, [dx, dy]: readonly [number, number]): Promise<void> {
  const designer = pair().select('Welcome');
  const [x, y] = designer.file.layout.positions[designer.id('Welcome')] ?? [0, 0];
  await designer.run(command);
  expect(designer.file.layout.positions[designer.id('Welcome')]).toEqual([x + dx, y + dy]);
}

async function opens(command: string, dialog: object): Promise<void> {
  const designer = pair();
  await designer.run(command);
  expect(designer.editor.state.dialog).toEqual(dialog);
}

async function asks(command: string, what: string): Promise<void> {
  const designer = pair();
  designer.asked.length = 0;
  await designer.run(command);
  expect(designer.asked).toEqual([what]);
}

describe('every command', () => {
  const commands = commandsFor(catalog);

  test.each(commands.map(({ id }) => id))('%s does what it says', async (id) => {
    expect(CASES[id], `${id} has no test`).toBeDefined();
    await CASES[id]?.();
  });

  test('has a title of its own and keys that no other has', () => {
    expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
    const keys = commands.flatMap((command) => command.keys ?? []);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('leaves the keys alone that browsers and assistive tools need', () => {
    const taken = new Set(commands.flatMap((command) => command.keys ?? []));
    for (const key of [
      'Tab',
      'Shift+Tab',
      'Mod+T',
      'Mod+W',
      'Mod+N',
      'Mod+L',
      'Mod+R',
      'F5',
      'F6',
      'Mod+0',
      'Mod++',
      'Mod+-',
    ]) {
      expect(taken.has(key), key).toBe(false);
    }
  });

  test('that nothing can be done with is not offered', () => {
    const empty = new TestDesigner();
    for (const id of ['undo', 'redo', 'delete', 'rename', 'duplicate', 'connect', 'set-as-start', 'preview']) {
      expect(empty.can(id), id).toBe(false);
    }
  });
});
