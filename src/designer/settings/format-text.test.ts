import { expect, test } from 'vitest';
import { type Formatting, withFormatting } from './format-text.ts';

/** The text after a press; what is chosen stands between bars. */
function formatted(written: string, how: Formatting): string {
  const from = written.indexOf('|');
  const to = written.lastIndexOf('|') - (from === written.lastIndexOf('|') ? 0 : 1);
  const { text, ...chosen } = withFormatting({ text: written.replaceAll('|', ''), from, to }, how);
  return `${text.slice(0, chosen.from)}|${text.slice(chosen.from, chosen.to)}|${text.slice(chosen.to)}`;
}

test('words become bold or slanted, and plain again by the same press', () => {
  expect(formatted('Say |this| now', 'bold')).toBe('Say **|this|** now');
  expect(formatted('Say **|this|** now', 'bold')).toBe('Say |this| now');
  expect(formatted('Say |this| now', 'italic')).toBe('Say _|this|_ now');
  expect(formatted('Say |', 'bold')).toBe('Say **|bold text|**');
});

test('lines become a list, set apart from the words before it, and lines again', () => {
  expect(formatted('Ask for:\n|name\ncity|', 'list')).toBe('Ask for:\n\n|- name\n- city|');
  expect(formatted('Ask for:\n\n|- name\n- city|', 'list')).toBe('Ask for:\n\n|name\ncity|');
  expect(formatted('|name\ncity|', 'numbers')).toBe('|1. name\n2. city|');
});

test('a link and an image wait for their address, a value for its name', () => {
  expect(formatted('See |our terms|.', 'link')).toBe('See [our terms](|https://|).');
  expect(formatted('|', 'image')).toBe('![what the image shows](|https://|)');
  expect(formatted('Hello |', 'value')).toBe('Hello {||');
});
