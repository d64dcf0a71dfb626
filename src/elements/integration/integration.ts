import * as z from 'zod';
import { callOutputs, sampleResult } from '#contract/call/call-outputs.ts';
import {
  callExpressions,
  callProblems,
  callReferences,
  callTemplates,
  callWrites,
} from '#contract/call/call-places.ts';
import { callRequest, UNMET } from '#contract/call/call-request.ts';
import { type CallSettings, callSettings, NEW_CALL } from '#contract/call/call-settings.ts';
import type { EffectResult } from '#contract/effect.ts';
import { FAILED, leaveFailed, TIMED_OUT } from '#contract/effect-exits.ts';
import { type EnterOutcome, type Exit, elementType, type Leave, type RunContext } from '#contract/element-type.ts';
import type { LocalizedText } from '#contract/localized-text.ts';
import { meanwhile, meanwhileTexts } from '#contract/meanwhile.ts';
import { assertNever } from '#prelude/assert-never.ts';

const settings = z.strictObject({ ...callSettings, meanwhile });

export interface IntegrationSettings extends CallSettings {
  readonly meanwhile?: LocalizedText | undefined;
}

const DONE: Exit = { name: 'done', label: 'Done', connectors: 'one', unconnected: 'ends-completed' };

export const integration = elementType<IntegrationSettings>({
  type: 'integration',
  version: 1,
  migrations: [],
  title: 'Integration',
  description: 'Calls a connection of the account and keeps what comes back.',
  icon: 'plug',
  group: 'action',
  letter: 'i',
  settings: settings as unknown as z.ZodType<IntegrationSettings>,
  defaults: () => NEW_CALL,
  exits: () => [DONE, FAILED, TIMED_OUT],
  summary: ({ method, path, connection }) => `${method} ${connection}${path}`,
  texts: ({ meanwhile: text }) => meanwhileTexts(text),
  expressions: callExpressions,
  templates: callTemplates,
  makes: () => [],
  writes: callWrites,
  references: callReferences,
  problems: (chosen) => callProblems(chosen),
  domain: (chosen) => ({
    samples: [],
    results: [sampleResult(chosen), { status: 'failed', code: 'call.refused', message: '' }, { status: 'timed-out' }],
  }),
  waits: () => true,
  enter: ask,
  resume: (chosen, result, _effect, context) => goOn(chosen, result, context),
  awaits: ({ meanwhile: text }, context) => ({ skippable: true, ...(text ? { label: context.words(text) } : {}) }),
  sample: (chosen) => sampleResult(chosen),
});

/** A call that lacks a value is one that failed; one that can never be made is a fault of the Interaction. */
function ask(chosen: IntegrationSettings, context: RunContext): EnterOutcome {
  const request = callRequest(chosen, context);
  if (request.ok) return { do: 'request', request: request.value };
  return UNMET.has(request.error.code) ? leaveFailed(request.error.code) : request.error;
}

function goOn(chosen: IntegrationSettings, result: EffectResult, context: RunContext): Leave {
  switch (result.status) {
    case 'done':
      return { do: 'leave', exit: DONE.name, sets: callOutputs(chosen, result, context) };
    case 'failed':
      return leaveFailed(result.code, result.http);
    case 'skipped':
      return leaveFailed('call.skipped');
    case 'timed-out':
      return { do: 'leave', exit: TIMED_OUT.name };
    default:
      return assertNever(result);
  }
}
