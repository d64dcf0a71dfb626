import fc from 'fast-check';
import { describeExpression } from '#expressions/describe.ts';
import { checkExpression, compileExpression, freeVariables, parseExpression } from '#expressions/expression.ts';
import { FUNCTIONS } from '#expressions/functions/table.ts';
import { BOMB_VALUES, bomb } from '#test/factories/bomb.ts';

/** What this program says of some expressions: for how many milliseconds each would hold up the event loop. */
export interface Stalls {
  readonly count: number;
  readonly half: number;
  readonly ninetyNineInHundred: number;
  readonly slowest: number;
  /** Those that take too long, slowest last. */
  readonly tooLong: readonly { readonly source: string; readonly stall: number }[];
}

/** Milliseconds for which one expression may hold up the event loop. */
const MOST = 5;
/** Milliseconds that a loop of nothing takes to spend the whole budget on an idle machine of two modest cores. */
const IDLE_LOOP = 1.2;
const TRIES = 8;

/** All that is ever done with an expression, with the budget that it has in a session. */
function use(source: string): void {
  const parsed = parseExpression(source);
  if (!parsed.ok) return;
  freeVariables(parsed.value);
  checkExpression(parsed.value, {});
  describeExpression(parsed.value);
  const { value, error } = compileExpression(parsed.value, {}).evaluate(BOMB_VALUES, { now: 0 });
  if (value === undefined || (error && value !== null)) throw new Error(`${source} has no result`);
}

/**
 * Milliseconds of processor time, with that of collecting garbage: this process does nothing else, and unlike the clock on
 * the wall it does not count what other programs take.
 */
function millisecondsOf(source: string): number {
  const from = process.cpuUsage();
  use(source);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** How many times slower than the idle machine this one is now, as its cores are shared; never below 1. */
function slowness(): number {
  const times = Array.from({ length: 3 }, () => millisecondsOf('some i in 1..1000000000 satisfies i < 0'));
  return Math.max(1, Math.min(...times) / IDLE_LOOP);
}

/** How long the expression holds up an idle machine. What is slow by itself is slow every time; anything else was chance. */
function stallOf(source: string): number {
  let stall = millisecondsOf(source);
  for (let tries = 0; tries < TRIES && stall > MOST; tries++)
    stall = Math.min(stall, millisecondsOf(source) / slowness());
  return stall;
}

function stallsOf(sources: readonly string[]): Stalls {
  const stalls = sources.map((source) => ({ source, stall: stallOf(source) })).toSorted((a, b) => a.stall - b.stall);
  const at = (part: number) => stalls[Math.floor((stalls.length - 1) * part)]?.stall ?? 0;
  return {
    count: stalls.length,
    half: at(0.5),
    ninetyNineInHundred: at(0.99),
    slowest: at(1),
    tooLong: stalls.filter(({ stall }) => stall > MOST),
  };
}

/** What is dear to do, in as many ways as there are operators and kinds of values. */
const OPERATIONS = [
  'i / 3',
  '10 ** 300',
  'i * 1.1 + 0.1',
  '"a" + string(i)',
  'money(i, "EUR") * 1.1 + money(1, "EUR")',
  'money(1, "EUR") < money(2, "EUR")',
  '@"P1D" * 3 / 7',
  '@"P1D" / @"PT1H"',
  '@"2026-01-31" + @"P1M" - @"2020-01-01"',
  '@"2026-01-31T10:00:00@Europe/Paris" - @"2026-01-31T10:00:00Z"',
  '@"2026-01-31T10:00:00@Europe/Paris" < @"2026-01-31T10:00:00@America/New_York"',
  '@"10:00:00@Europe/Paris" < @"10:00:00Z"',
  '@"2026-01-31T10:00:00@Europe/Paris".time offset',
  'i in [1..5] or i in (1, > 5)',
  'i between 1 and 5',
  '[1, 2, 3][item > 1]',
  'xs[item > 998]',
  'xs[i]',
  '{a: i, b: {c: i}}.b.c',
  '[i, [i, [i]]] = [i, [i, [1]]]',
  '(function(x) x + 1)(i)',
  'every j in 1..3 satisfies j < 0',
  'partial',
  '1 + "a"',
  'abs("a")',
  'after("a", 1)',
  'nobody.nothing',
  'i instance of list<number>',
  'matches("a", "(" + string(i))',
  'matches("a", "[a-z-[aeiou]]{1,9}" + string(i))',
  'replace("a b c d e f g", " ", "$0$0")',
];

function endless(source: string): readonly string[] {
  const loops = [`for i in 1..1000000000 return ${source}`, `some i in 1..1000000000 satisfies [${source}] = i`];
  for (const loop of loops) if (!parseExpression(loop).ok) throw new Error(`${loop} cannot be read`);
  return loops;
}

for (let warm = 0; warm < 20; warm++) use('some i in 1..1000000000 satisfies i < 0');
const bombs = stallsOf(fc.sample(bomb, { numRuns: 10_000, seed: 20_260_201 }));
const operations = stallsOf([...FUNCTIONS.map(({ example }) => example.expression), ...OPERATIONS].flatMap(endless));
process.stdout.write(JSON.stringify({ bombs, operations }));
