import { expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import { problemsOf } from '../registry.ts';

const NOTE = { text: 'Ask the fault desk about this' };

it.each<[string, Drawing]>([
  ['begin with', { start: 'n_a', elements: { n_a: NOTE } }],
  ['jump to', { elements: { s_a: { text: text('Hello') }, n_a: { ...NOTE, entryPoint: true } } }],
])('finds a session that would %s a remark for designers', (_how, drawing) => {
  expect(problemsOf(draw(drawing), catalog).map(({ code }) => code)).toContain('graph.leads-to-note');
});
