import './no-eval.ts';
import { problemsOf } from '#checks/registry.ts';
import { catalog } from '#elements/catalog.ts';
import type { CheckAnswer, CheckQuestion } from './problems-question.ts';

/** Checks each Interaction that it is sent. */
self.onmessage = ({ data: { n, interaction } }: MessageEvent<CheckQuestion>) => {
  const answer: CheckAnswer = { n, problems: problemsOf(interaction, catalog) };
  self.postMessage(answer);
};
