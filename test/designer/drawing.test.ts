import { expect, test } from 'vitest';
import { type OutlineNode, outlineOf } from '#designer/panels/outline-tree.ts';
import { catalog } from '#elements/catalog.ts';
import { CARD_WIDTH } from '#map/card-size.ts';
import { cardLabel, type Drawing, drawingOf } from '#map/drawing.ts';
import { TestDesigner } from './test-designer.ts';

function problemType(): TestDesigner {
  const designer = new TestDesigner();
  designer.insert('Question', 'Problem').set('Problem', 'text.en', 'What **type** of problem do you have?');
  designer.paste('Billing\nTechnical').select('Problem').insert('Statement', 'Confirm');
  return designer;
}

const seen = (designer: TestDesigner, folded: boolean) => drawingOf(designer.file, catalog, { language: 'en', folded });

test('a Question, its Choices and what follows are cards of their own', () => {
  const { cards, lines } = seen(problemType(), false);
  expect(cards.map(({ name }) => name).sort()).toEqual(['Billing', 'Confirm', 'Problem', 'Technical']);
  expect(lines).toHaveLength(4);
  expect(lines.filter(({ isBack }) => isBack)).toEqual([]);
});

test('folded, Choices are rows of their Question and lead on from there', () => {
  const { cards, lines } = seen(problemType(), true);
  expect(cards.map(({ name }) => name).sort()).toEqual(['Confirm', 'Problem']);
  expect(cards.find(({ name }) => name === 'Problem')?.ports.map(({ label }) => label)).toEqual([
    'Billing',
    'Technical',
  ]);
  expect(lines).toHaveLength(2);
});

test('Choices of which several may be chosen have no way out, and their Question goes on by Next', () => {
  const designer = problemType().set('Problem', 'answer', { kind: 'many-choices', variable: 'problem' });
  const ports = (folded: boolean, name: string) =>
    seen(designer, folded)
      .cards.find((card) => card.name === name)
      ?.ports.map(({ label, isFollowed }) => `${label}${isFollowed ? '' : ' (not followed)'}`);
  // What Billing leads to is still drawn, so that it can be seen that nobody follows it.
  expect(ports(false, 'Billing')).toEqual(['Next']);
  designer.selectConnector('Billing', 'Confirm').command('delete').run(designer.editor);
  expect(ports(false, 'Billing')).toEqual([]);
  expect(ports(false, 'Problem')).toEqual(['Next', 'Choices']);
  expect(ports(true, 'Problem')).toEqual(['Next', 'Billing (not followed)', 'Technical']);
  designer.connect('Problem', 'Confirm', 'next');
  expect(seen(designer, true).lines.map(({ port }) => port)).toContain('next');
});

test('a card says in words what it is', () => {
  const card = seen(problemType(), false).cards.find(({ name }) => name === 'Problem');
  expect(card && cardLabel(card, [{ label: '2 errors' }])).toBe(
    'Question: Problem. What type of problem do you have? Start. 1 way out. 2 errors',
  );
});

test('an edit makes new cards of what it changed, and of nothing else', () => {
  const designer = problemType();
  const before = seen(designer, false).cards;
  designer.select('Billing').editor.edit('Rename', (draft) => {
    draft.put(['elements', designer.id('Billing'), 'name'], 'Bills');
    return undefined;
  });
  const fresh = () => seen(designer, false).cards.filter((card) => !before.includes(card));
  expect(fresh().map(({ name }) => name)).toEqual(['Bills']);
  designer.selectConnector('Technical', 'Confirm').command('delete').run(designer.editor);
  // Its way out leads nowhere now.
  expect(fresh().map(({ name }) => name)).toEqual(['Bills', 'Technical']);
});

test('a connector that leads back is told apart', () => {
  const designer = problemType();
  designer.connect('Confirm', 'Problem');
  expect(seen(designer, false).lines.filter(({ isBack }) => isBack)).toHaveLength(1);
});

test('the outline tells each element once, and says where a way goes on at one told before', () => {
  const designer = problemType();
  const told = (nodes: readonly OutlineNode[], depth = 0): string[] =>
    nodes.flatMap(({ element, isRepeated, children }) => [
      `${'  '.repeat(depth)}${isRepeated ? '→ ' : ''}${designer.file.elements[element]?.name}`,
      ...told(children, depth + 1),
    ]);
  // What all answers lead to stands below the question, and not within the first of them.
  expect(told(outlineOf(designer.file, catalog))).toEqual(['Problem', '  Billing', '  Technical', 'Confirm']);
  designer.connect('Confirm', 'Problem');
  expect(told(outlineOf(designer.file, catalog))).toEqual([
    'Problem',
    '  Billing',
    '    Confirm',
    '    → Problem',
    '  Technical',
    '    → Confirm',
  ]);
});

test('what has no place in the file stands column by column along its connectors, and covers nothing', () => {
  const designer = problemType();
  const { file } = designer;
  const bare = drawingOf({ ...file, layout: { positions: {} } }, catalog, { language: 'en', folded: false });
  const columnOf = (name: string) => bare.cards.find((card) => card.name === name)?.at[0];
  expect(columnOf('Problem')).toBeLessThan(columnOf('Billing') ?? 0);
  expect(columnOf('Billing')).toBe(columnOf('Technical'));
  expect(columnOf('Technical')).toBeLessThan(columnOf('Confirm') ?? 0);
  expect(overlapping(bare)).toEqual([]);
  // What has its place keeps it; the rest stands below.
  const [first] = Object.entries(file.layout.positions);
  const some = drawingOf({ ...file, layout: { positions: Object.fromEntries(first ? [first] : []) } }, catalog, {
    language: 'en',
    folded: false,
  });
  expect(some.cards.find(({ id }) => id === first?.[0])?.at).toEqual(first?.[1]);
  expect(overlapping(some)).toEqual([]);
});

/** Pairs of cards of which one covers the other. */
function overlapping({ cards }: Drawing): readonly string[] {
  return cards.flatMap((one, index) =>
    cards
      .slice(index + 1)
      .filter(
        ({ at: [x, y], height }) =>
          Math.abs(x - one.at[0]) < CARD_WIDTH && y < one.at[1] + one.height && one.at[1] < y + height,
      )
      .map((other) => `${one.name} and ${other.name}`),
  );
}
