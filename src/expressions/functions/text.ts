import { NUMBER, TEXT } from '../types/static-type.ts';
import { type FunctionDefinition, form } from './definition.ts';
import { text } from './parameters.ts';

export const TEXT_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'string length',
    help: 'The number of characters of a text.',
    example: { expression: 'string length("café")', value: 4 },
    forms: [
      form([text('string')], NUMBER, (call, string) => {
        call.run.spendText(string.length);
        return [...string].length;
      }),
    ],
  },
  {
    name: 'upper case',
    help: 'The text in capital letters.',
    example: { expression: 'upper case("abc")', value: 'ABC' },
    forms: [
      form([text('string')], TEXT, (call, string) => {
        call.run.spendText(string.length);
        return string.toUpperCase();
      }),
    ],
  },
];
