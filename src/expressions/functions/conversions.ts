import { ANY, NUMBER, rangeOf, TEXT } from '../types/static-type.ts';
import { valueText } from '../values/text-of.ts';
import { type Call, type FunctionDefinition, form } from './definition.ts';
import { any, nullable, number, text } from './parameters.ts';
import { parseRange } from './parse-range.ts';

const NUMBER_TEXT = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

function numberOf(call: Call, source: string, grouping = '', decimal = '.') {
  call.run.spendText(source.length);
  if (!/^[ ,.]?$/.test(grouping) || !/^[,.]$/.test(decimal) || grouping === decimal) {
    return call.fail(
      'expression.bad-value',
      'Numbers are grouped by a space, comma or period, and have another for decimals.',
    );
  }
  const plain = (grouping ? source.replaceAll(grouping, '') : source).replace(decimal, '.');
  const foreign = decimal === ',' && (grouping ? source.replaceAll(grouping, '') : source).includes('.');
  const value = !foreign && NUMBER_TEXT.test(plain) ? Number(plain) : NaN;
  if (Number.isFinite(value)) return value;
  return call.fail('expression.bad-value', `“${source.slice(0, 40)}” is no number.`);
}

export const CONVERSION_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'number',
    help: 'The number that a text stands for, with the signs it uses for groups and for decimals.',
    example: { expression: 'number("1.234,5", ".", ",")', value: 1234.5 },
    cost: 15,
    forms: [
      form([text('from')], NUMBER, (call, source) => numberOf(call, source)),
      form([number('from')], NUMBER, (_call, value) => value),
      form(
        [text('from'), nullable(text('grouping separator')), nullable(text('decimal separator'))],
        NUMBER,
        (call, source, grouping, decimal) => numberOf(call, source, grouping, decimal),
      ),
    ],
  },
  {
    name: 'string',
    help: 'The text that a value is written as.',
    example: { expression: 'string(12.50)', value: '12.5' },
    forms: [form([any('from')], TEXT, (call, value) => (value === null ? null : valueText(value, call.run)))],
  },
  {
    name: 'range',
    help: 'The range that a text stands for.',
    example: { expression: '2 in range("[1..3]")', value: true },
    forms: [
      form([text('from')], rangeOf(ANY), (call, source) => {
        // It goes through the whole parser.
        call.run.spend(200 + 10 * source.length);
        return (
          parseRange(source, call.run) ?? call.fail('expression.bad-value', `“${source.slice(0, 40)}” is no range.`)
        );
      }),
    ],
  },
];
