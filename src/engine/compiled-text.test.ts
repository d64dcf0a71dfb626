import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, type TextRun, type TextTree } from '#contract/text-tree.ts';
import { LIMITS } from '#prelude/limits.ts';
import { compileText } from './compiled-text.ts';

const treeOf = (text: string, value = '') => compileText(text).tree(() => value);
const runsOf = (text: string, value = ''): readonly TextRun[] => {
  const [block] = treeOf(text, value);
  return block?.type === 'paragraph' ? block.children : [];
};

describe('a text of an Interaction', () => {
  it('is formatted by its signs, whose addresses and titles may stand apart', () => {
    expect(
      treeOf('# Hello\n\n- *one*\n- `two`\n\n[terms]: https://example.org/terms "Our terms"\n\nSee [terms].'),
    ).toEqual([
      { type: 'heading', level: 1, children: [{ type: 'text', text: 'Hello' }] },
      {
        type: 'list',
        ordered: false,
        tight: true,
        items: [
          [{ type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', text: 'one' }] }] }],
          [{ type: 'paragraph', children: [{ type: 'code', text: 'two' }] }],
        ],
      },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'See ' },
          {
            type: 'link',
            href: 'https://example.org/terms',
            title: 'Our terms',
            children: [{ type: 'text', text: 'terms' }],
          },
          { type: 'text', text: '.' },
        ],
      },
    ]);
  });

  it('shows HTML as it is written', () => {
    expect(runsOf('<b onclick="x">Hi</b> <script>alert(1)</script>')).toEqual([
      { type: 'text', text: '<b onclick="x">Hi</b> <script>alert(1)</script>' },
    ]);
    expect(treeOf('<div>\n*a*\n</div>')).toMatchObject([{ type: 'paragraph' }]);
  });

  it('holds values as words, wherever they stand and whatever is in them', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '**a**',
        '[a](https://b.example)',
        '<b>',
        '{x}',
        '# a',
        '- a',
        '\ue0000\ue001',
        '](javascript:x)',
        '&amp;',
        '\n\n> a',
        '```',
      ),
    );
    const places = [
      'A {x} b',
      '**{x}**',
      '# {x}',
      '- {x}\n- {x}',
      '> {x}',
      '`{x}`',
      '```\n{x}\n```',
      '[{x}](https://example.org)',
      '![{x}](https://example.org/a.png)',
      '[a](https://example.org "{x}")',
      '{x}{x}',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), hostile, (text, value) => {
        const shape = (tree: TextTree) =>
          JSON.stringify(tree, (key, held) => (['text', 'alt', 'title'].includes(key) ? '' : held));
        const tree = treeOf(text, value);
        expect(shape(tree)).toBe(shape(treeOf(text, 'word')));
        expect(plainText(tree)).toBe(plainText(treeOf(text, '\u0001')).replaceAll('\u0001', value));
      }),
    );
  });

  it('leads nowhere but to the web, mail and telephone, and a value leads no link elsewhere', () => {
    for (const href of [
      'https://example.org',
      'http://example.org',
      'mailto:ann@example.org',
      'tel:+4420',
      'HTTPS://example.org',
    ]) {
      expect(runsOf(`[a](${href})`), href).toMatchObject([{ type: 'link', href }]);
    }
    const elsewhere = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc',
      '/a',
      '//b.example',
      'a',
    ];
    for (const href of elsewhere) {
      expect(runsOf(`[*a* b](${href})`), href).toEqual([
        { type: 'emphasis', children: [{ type: 'text', text: 'a' }] },
        { type: 'text', text: ' b' },
      ]);
      expect(runsOf(`![a](${href})`), href).toEqual([{ type: 'text', text: 'a' }]);
      expect(runsOf('[a]({x})', href), href).toEqual([{ type: 'text', text: 'a' }]);
    }
    expect(runsOf('<javascript:alert(1)>')).toEqual([{ type: 'text', text: 'javascript:alert(1)' }]);
    expect(runsOf('![a](http://example.org/a.png)')).toEqual([{ type: 'text', text: 'a' }]);
    expect(runsOf('[a](https://example.org/{x}?q={x})', '../@evil.example/?&#')).toMatchObject([
      { href: 'https://example.org/..%2F%40evil.example%2F%3F%26%23?q=..%2F%40evil.example%2F%3F%26%23' },
    ]);
  });

  it('takes no sign of its own for the place of a value', () => {
    expect(runsOf('a \ue0000\ue001 {x}', 'V')).toEqual([
      { type: 'text', text: 'a 0 ' },
      { type: 'value', text: 'V' },
    ]);
    expect(plainText(treeOf('&#xe000;7&#xe001; {x}', 'V'))).toBe(' V');
    expect(treeOf('a \ue0000\ue001 {x')).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: 'a 0 {x' }] }]);
  });

  it('is parsed once, and the same for everybody where it holds no value', () => {
    const fixed = compileText('**Hello**');
    expect(fixed.tree(() => '')).toBe(fixed.tree(() => ''));
    const open = compileText('{a} and {b}');
    expect(open.sources).toEqual(['a', 'b']);
    expect(plainText(open.tree((source) => source.toUpperCase()))).toBe('A and B');
    expect(open.words((source) => source.toUpperCase())).toBe('A and B');
  });

  it('keeps a long text that people read formatted', () => {
    const section =
      '## Terms\n\nYou may **cancel** within _14 days_: see [our terms](https://example.org).\n\n- one\n- two\n\n';
    const long = section.repeat(100);
    expect(treeOf(long)).toHaveLength(300);
    expect(treeOf(`Above\n\n${'*'.repeat(200)}\n\nBelow`)).toMatchObject([{}, { type: 'rule' }, {}]);
  });

  describe('that is made to hold up whoever reads it', () => {
    const times = (part: string) => part.repeat(Math.ceil(LIMITS.textBytes / part.length)).slice(0, LIMITS.textBytes);
    const half = '*'.repeat(LIMITS.textBytes / 2);
    const bombs = [
      '>',
      '> ',
      '- ',
      '1. ',
      '> - ',
      '[',
      '[a](',
      '![',
      '*a ',
      '**a',
      '*_',
      '_a__',
      '&',
      '<',
      '\\',
      'a\n',
      'a\n=\n',
      '>>>>>>>>>>>>a\nb\n',
      '[a]',
      '`a',
      '{',
      '# ',
      '```\n',
    ];
    const texts = [
      ...bombs.map(times),
      `${half}a${half}`,
      `[a]: b\n\n${times('[a]')}`,
      Array.from({ length: 440 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
      Array.from({ length: 440 }, (_, ticks) => '`'.repeat(ticks)).join(' '),
    ];

    it.each(texts.map((text) => [text.slice(0, 12), text]))('is shown at once: %j …', (_begin, text) => {
      const from = performance.now();
      const tree = treeOf(text);
      expect(performance.now() - from).toBeLessThan(3_000);
      expect(JSON.stringify(tree).length).toBeLessThan(20 * LIMITS.textBytes);
    });

    it('is shown as it is written, with its values', () => {
      const tree = treeOf(`{x}\n\n${'**a'.repeat(2_000)}`, 'V');
      expect(tree).toEqual([
        { type: 'paragraph', children: [{ type: 'value', text: 'V' }] },
        { type: 'paragraph', children: [{ type: 'text', text: '**a'.repeat(2_000) }] },
      ]);
    });
  });
});
