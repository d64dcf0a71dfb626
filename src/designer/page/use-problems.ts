import { useEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '#contract/problem.ts';
import type { Comment, Element, Interaction } from '#format/interaction.ts';
import type { Mark } from '#map/marks.ts';
import type { ElementId } from '#prelude/ids.ts';
import { startWorker } from '#ui/worker.ts';
import { useInteraction } from './editor-context.ts';
import url from './problems.worker.ts?worker&url';
import type { CheckAnswer, CheckQuestion } from './problems-question.ts';

/** Milliseconds after the last edit. */
const AFTER = 200;

/**
 * What the checks find, a moment after each edit. They run in a worker: nobody's typing waits for them.
 *
 * @param mayStart whether the worker may be fetched
 */
export function useProblems(mayStart: boolean): readonly Problem[] {
  const interaction = useInteraction();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);
  const { elements, connectors, variables, start, languages } = interaction;

  useEffect(() => {
    if (!mayStart) return;
    const started = startWorker(url, 'problems');
    started.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.n === asked.current) setProblems(data.problems);
    };
    worker.current = started;
    return () => started.terminate();
  }, [mayStart]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: moving a card is no reason to check again
  useEffect(() => {
    if (!mayStart) return;
    const timer = setTimeout(() => {
      const question: CheckQuestion = { n: ++asked.current, interaction };
      worker.current?.postMessage(question);
    }, AFTER);
    return () => clearTimeout(timer);
  }, [mayStart, elements, connectors, variables, start, languages]);
  return problems;
}

/** Signs on cards: what is wrong, what is said, what is asked for. */
export function useMarks(
  problems: readonly Problem[],
  requests: ReadonlyMap<string, number>,
): ReadonlyMap<ElementId, readonly Mark[]> {
  const interaction = useInteraction();
  const { elements, comments } = interaction;
  return useMemo(() => {
    const marks = new Map<ElementId, Mark[]>();
    const add = (id: ElementId, mark: Mark) => marks.set(id, [...(marks.get(id) ?? []), mark]);
    for (const kind of ['error', 'warning'] as const) {
      for (const [id, count] of counts(
        problems.filter(({ severity }) => severity === kind).map(({ element }) => element),
      )) {
        add(id as ElementId, { kind, count, label: plural(count, kind) });
      }
    }
    for (const [id, count] of counts(openComments({ comments }))) {
      add(id as ElementId, { kind: 'comment', count, label: plural(count, 'comment') });
    }
    for (const [id, count] of requests) {
      add(id as ElementId, { kind: 'change-request', count, label: plural(count, 'change request') });
    }
    for (const [id, element] of Object.entries(elements) as [ElementId, Element][]) {
      if (element.target) add(id, { kind: 'target', label: 'Target time' });
      if (element.entryPoint) add(id, { kind: 'entry-point', label: 'Entry point' });
    }
    return marks;
  }, [problems, requests, elements, comments]);
}

function openComments({ comments }: Pick<Interaction, 'comments'>): (string | undefined)[] {
  return Object.values(comments)
    .filter((comment: Comment) => comment.resolved !== true)
    .map(({ element }) => element);
}

function counts(ids: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const id of ids) if (id !== undefined) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
