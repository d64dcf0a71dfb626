import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { compile } from '#engine/program.ts';
import { LIMITS } from '#prelude/limits.ts';
import { ask, say } from '#test/engine/agent.ts';
import { draw } from '#test/factories/draw.ts';
import { tryTests } from './try-tests.ts';

/** Goes round through pages that ask nothing until the limit of visits ends it. */
const ENDLESS = compile(
  draw({
    variables: {},
    elements: { s_a: say('A'), s_b: say('B') },
    connectors: ['s_a -> s_b', 's_b -> s_a'],
    tests: {
      t_1: { name: 'Round and round', answers: [], expect: { outcome: 'failed' } },
      t_2: { name: 'The next one', answers: [], expect: { at: 's_a' } },
    },
  }),
  catalog,
);

/** A stopwatch on which each look takes so many milliseconds. */
const ticking = (milliseconds: number) => {
  let now = 0;
  return { now: () => (now += milliseconds) };
};

describe('tests at publication', () => {
  it('are counted, and those that failed are named with what was expected and what came', async () => {
    const program = compile(
      draw({
        variables: { name: { type: 'text', label: 'Name' } },
        elements: { q_name: ask('name') },
        tests: {
          t_good: { name: 'Good', answers: [{ at: 'q_name', answer: 'Ann' }], expect: { variables: { name: 'Ann' } } },
          t_bad: { name: 'Bad', answers: [{ at: 'q_name', answer: 'Ann' }], expect: { variables: { name: 'Bob' } } },
        },
      }),
      catalog,
    );
    expect(await tryTests(program, 0)).toEqual({
      all: 2,
      passed: 1,
      failed: [{ id: 't_bad', name: 'Bad', failures: ['Expected “name” to be "Bob", got "Ann"'] }],
    });
  });

  it('are told in sentences that are never cut within a character', async () => {
    const wanted = `x${'😀'.repeat(300)}`;
    const tests = { t_a: { name: 'A', answers: [], expect: { outcome: wanted } } };
    const { failed } = await tryTests(compile(draw({ elements: { s_a: say('A') }, tests }), catalog), 0);
    expect(failed[0]?.failures[0]).toMatch(/^Expected the outcome "x(😀)+…$/u);
  });

  it('are stopped together when their time is over', async () => {
    const stopped = await tryTests(ENDLESS, 0, ticking(LIMITS.publishedTestsTime / 100));
    expect(stopped).toMatchObject({ all: 2, passed: 0 });
    expect(stopped.failed.map(({ failures }) => failures)).toEqual([
      ['It took too long and was stopped'],
      ['It took too long and was stopped'],
    ]);
  });

  it('leave others their turns while they run', async () => {
    let turns = 0;
    let isDone = false;
    const others = () => {
      turns++;
      if (!isDone) setImmediate(others);
    };
    setImmediate(others);
    await tryTests(ENDLESS, 0, ticking(1));
    isDone = true;
    expect(turns).toBeGreaterThan(50);
  });
});
