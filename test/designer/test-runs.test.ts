import { describe, expect, it } from 'vitest';
import { addTest, changeTest, duplicateTest, removeTest } from '#designer/commands/tests.ts';
import { answersTo } from '#designer/tests/answer-question.ts';
import type { TestsQuestion } from '#designer/tests/question.ts';
import { type RunsHost, stateOfTest, TestRuns } from '#designer/tests/test-runs.ts';
import type { TestsListener } from '#designer/tests/worker-line.ts';
import { catalog } from '#elements/catalog.ts';
import { NO_LIBRARY } from '#format/library.ts';
import type { ElementId } from '#prelude/ids.ts';
import { TestDesigner } from './test-designer.ts';
import { tested } from './tests-page.ts';

/** The runs of an open Interaction, with a worker that answers when it is told to and time that passes when it is told to. */
class Bench {
  readonly designer = new TestDesigner(tested());
  readonly asked: TestsQuestion[] = [];
  closed = 0;
  #listener: TestsListener | undefined;
  #waiting: { call: () => void } | undefined;

  readonly host: RunsHost = {
    open: (listener) => {
      this.#listener = listener;
      return {
        ask: (question) => this.asked.push(question),
        close: () => {
          this.closed++;
        },
      };
    },
    now: () => this.designer.clock.now(),
    after: (_milliseconds, call) => {
      const waiting = { call };
      this.#waiting = waiting;
      return () => {
        if (this.#waiting === waiting) this.#waiting = undefined;
      };
    },
  };
  readonly runs = new TestRuns(this.designer.editor, this.host, async () => NO_LIBRARY);

  /** The worker answers the newest question, or only so many answers of it. */
  answer(most = Number.POSITIVE_INFINITY): void {
    const question = this.asked.at(-1);
    if (!question) throw new Error('Nothing was asked');
    for (const answer of [...answersTo(question, catalog)].slice(0, most)) this.#listener?.told(answer);
  }

  /** So much time passes that whatever waits for it happens. */
  passTime(): void {
    this.#waiting?.call();
  }

  async runAll(): Promise<void> {
    await this.runs.run();
    this.answer();
  }

  state(id: string) {
    return stateOfTest(this.runs.state, this.designer.file, id);
  }
}

describe('the state of a test', () => {
  it('is not run, running, passed or failed', async () => {
    const bench = new Bench();
    expect(bench.state('t_child')).toBe('not-run');
    await bench.runs.run();
    expect(bench.state('t_child')).toBe('running');
    bench.answer(1);
    expect([bench.state('t_child'), bench.state('t_wrong')]).toEqual(['passed', 'running']);
    bench.answer();
    expect([bench.state('t_child'), bench.state('t_wrong')]).toEqual(['passed', 'failed']);
    expect(bench.runs.state.ran.get('t_wrong')?.failures).toEqual([
      { kind: 'differs', at: 's_full', of: { what: 'variable', key: 'age' }, expected: 31, seen: 30 },
    ]);
  });

  it('is one of the past after an edit that a run sees, and stays after one that it does not', async () => {
    const bench = new Bench();
    await bench.runAll();
    const { editor } = bench.designer;
    editor.edit('Move', (draft) => {
      draft.put(['layout', 'positions', 'q_age'], [900, 900]);
      return undefined;
    });
    expect(bench.state('t_child')).toBe('passed');
    changeTest(editor, 't_wrong', 'name', 'Another name', 'name');
    expect([bench.state('t_child'), bench.state('t_wrong')]).toEqual(['passed', 'outdated']);
    editor.edit('Change', (draft) => {
      draft.put(['elements', 's_low' as ElementId, 'name'], 'Lower');
      return undefined;
    });
    expect(bench.state('t_child')).toBe('outdated');
  });

  it('of a run that never answers is that it took too long; the others stay not run', async () => {
    const bench = new Bench();
    await bench.runs.run();
    bench.passTime();
    expect([bench.state('t_child'), bench.state('t_wrong')]).toEqual(['failed', 'not-run']);
    expect(bench.runs.state).toMatchObject({ trouble: 'It took too long' });
    expect(bench.closed).toBe(1);
    await bench.runAll();
    expect(bench.state('t_child')).toBe('passed');
    expect(bench.runs.state.trouble).toBeUndefined();
  });

  it('is found for one test alone, which tells nothing of coverage', async () => {
    const bench = new Bench();
    await bench.runs.run(['t_child']);
    bench.answer();
    expect([bench.state('t_child'), bench.state('t_wrong')]).toEqual(['passed', 'not-run']);
    expect(bench.runs.state.covered).toBeUndefined();
  });
});

describe('coverage on the map', () => {
  it('is found when it is asked for, and again after an edit', async () => {
    const bench = new Bench();
    const { editor } = bench.designer;
    bench.runs.showOnMap(true);
    await Promise.resolve();
    bench.answer();
    expect(editor.state.view.overlays?.elements).toEqual({
      c_other: expect.objectContaining({ label: 'No test' }),
      d_fee: { label: '1 rule untested' },
      q_pin: expect.objectContaining({ label: 'No test' }),
    });
    expect(Object.keys(editor.state.view.overlays?.connectors ?? {})).toHaveLength(1);
    removeTest(editor, 't_child');
    bench.passTime();
    await Promise.resolve();
    bench.answer();
    expect(editor.state.view.overlays?.elements).toMatchObject({ s_low: { label: 'No test' } });
    bench.runs.showOnMap(false);
    expect(editor.state.view.overlays).toBeUndefined();
  });
});

describe('tests of the working copy', () => {
  it('are added, copied under a free name, and deleted, and each can be undone', () => {
    const { designer } = new Bench();
    const { editor } = designer;
    const before = designer.text;
    const id = addTest(editor, { name: 'New', answers: [], expect: {} });
    const copy = duplicateTest(editor, id) ?? '';
    expect(designer.file.tests[copy]?.name).toBe('New 2');
    removeTest(editor, id);
    expect(Object.keys(designer.file.tests)).toEqual(expect.not.arrayContaining([id]));
    for (let n = 0; n < 3; n++) editor.undo();
    expect(designer.text).toBe(before);
  });
});
