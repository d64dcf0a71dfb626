import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, writeXml } from './xml.ts';

const read = (text: string) => {
  const result = readXml(text);
  return result.ok ? result.value : `refused: ${result.error}`;
};

describe('XML', () => {
  it.each([
    ['<a>text</a>', { a: 'text' }],
    ['<a/>', { a: '' }],
    ['<a> kept as it is </a>', { a: ' kept as it is ' }],
    ['<a><b>1</b><b>2</b><c>x</c></a>', { a: { b: ['1', '2'], c: 'x' } }],
    ['<a id="7" name="A &amp; B"><b/></a>', { a: { '@id': '7', '@name': 'A & B', b: '' } }],
    ['<a id="7">text</a>', { a: { '@id': '7', '#text': 'text' } }],
    ['<a>\n  <b>1</b>\n</a>', { a: { b: '1' } }],
    ['<a>before<b/>after</a>', { a: { b: '', '#text': 'beforeafter' } }],
    ['<s:a xmlns:s="urn:x"><s:b>1</s:b></s:a>', { 's:a': { '@xmlns:s': 'urn:x', 's:b': '1' } }],
    ['<a><![CDATA[<b>&amp;</b>]]></a>', { a: '<b>&amp;</b>' }],
    ['<a>&lt;b&gt; &quot;&apos; &#233; &#x1F600;</a>', { a: '<b> "\' é 😀' }],
    ['<a>007 true 1e5</a>', { a: '007 true 1e5' }],
    ['<?xml version="1.0"?><!-- <!DOCTYPE not> --><a><!-- no --><![CDATA[<!DOCTYPE a>]]></a>', { a: '<!DOCTYPE a>' }],
  ])('%s', (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it.each([
    ['an entity of one’s own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['a file of the server', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['an address within the network', '<!DOCTYPE a SYSTEM "http://169.254.169.254/"><a/>'],
    ['a document type in another case', '<!doctype a><a/>'],
    ['a billion laughs', billionLaughs()],
    ['no end', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['no XML', 'hello'],
    ['nothing', ''],
    ['an attribute without a value', '<a b></a>'],
    ['nesting without end', '<a>'.repeat(60_000)],
    ['comments without end', '<!--'.repeat(50_000)],
    ['CDATA without end', `<a>${'<![CDATA['.repeat(20_000)}`],
    ['signs of an entity', `<a>${'&#'.repeat(100_000)}</a>`],
    ['nesting beyond the limit', `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`],
    ['a name that reaches into prototypes', '<a><__proto__><b>1</b></__proto__></a>'],
    ['another one', '<a><constructor>1</constructor></a>'],
    ['one as an attribute', '<a __proto__="1"/>'],
  ])('with %s is refused', (_name, text) => {
    const began = performance.now();
    expect(readXml(text).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(({} as { b?: unknown }).b).toBeUndefined();
  });

  it('leaves an entity that it does not know as it stands', () => {
    expect(read('<a>&nbsp;&euro;&#0;&#xD800;</a>')).toEqual({ a: '&nbsp;&euro;&#0;&#xD800;' });
  });

  it('never throws, whatever comes', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      'b',
      '="',
      '"',
      '&',
      ';',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      ' ',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        readXml(pieces.join(''));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('values as XML', () => {
  it.each([
    [
      { customer: { '@id': '7', name: 'Zoë', order: ['1', '2'] } },
      '<customer id="7"><name>Zoë</name><order>1</order><order>2</order></customer>',
    ],
    [{ a: '1', b: '2' }, '<request><a>1</a><b>2</b></request>'],
    [{ a: '<b>&"\'</b>' }, '<a>&lt;b&gt;&amp;&quot;&apos;&lt;/b&gt;</a>'],
    [{ a: { '@b': '"><x/>' } }, '<a b="&quot;&gt;&lt;x/&gt;"/>'],
    [
      { 'first name': 'Zoë', '1st': 1, 'a><b': true },
      '<request><first_name>Zoë</first_name><_1st>1</_1st><a__b>true</a__b></request>',
    ],
    [{ items: ['1', '2'] }, '<request><items>1</items><items>2</items></request>'],
    [{}, '<request/>'],
    [{ a: null }, '<a/>'],
    [{ a: 'x\u0000y' }, '<a>xy</a>'],
  ])('%j', (values, xml) => {
    expect(writeXml(values)).toBe(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
  });

  it('are read back as they were, whatever they hold', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() === text && !/\p{C}/u.test(text));
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
    const record = fc.dictionary(name, fc.oneof(word, fc.array(word, { minLength: 2, maxLength: 3 })), {
      minKeys: 1,
      maxKeys: 4,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(record, (content) => {
        expect(readXml(writeXml({ root: content }))).toEqual({ ok: true, value: { root: content } });
      }),
    );
  });
});

function billionLaughs(): string {
  const levels = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
  return `<!DOCTYPE a [<!ENTITY l0 "lol">${levels.join('')}]><a>&l9;</a>`;
}
