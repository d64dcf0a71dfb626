import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { FlowReport, SummaryReport } from '#api/reports.ts';
import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { readInteraction } from '#format/read.ts';
import type { Evidence } from '#measures/evidence.ts';
import { flowOf, summaryOf, walkedSessions } from './walked.ts';

interface KnownReports {
  readonly interaction: Interaction;
  readonly evidence: Evidence;
  readonly flow: FlowReport;
  readonly summary: SummaryReport;
}

let known: KnownReports | undefined;

/** The reports of twelve hundred sessions that never change. */
export function knownReports(): KnownReports {
  known ??= make();
  return known;
}

function make(): KnownReports {
  const read = readInteraction(readFileSync('samples/broadband-fault.interaction.json', 'utf8'), catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const evidence = walkedSessions(read.value, 1_200);
  const questions = Object.keys(read.value.elements).filter((id) => id.startsWith('q_'));
  const targets = new Map(questions.map((id) => [id, 20_000]));
  return {
    interaction: read.value,
    evidence,
    flow: flowOf(read.value, evidence, targets),
    summary: summaryOf(evidence),
  };
}

const HOUR = 3_600_000;

/** Answers for the reports of a page, so that their numbers are known. Everything else comes from the server. */
export async function answerReports(page: Page): Promise<void> {
  const { interaction, evidence, flow, summary } = knownReports();
  await page.route(/\/reports\/flow/, (route) => route.fulfill({ json: flow }));
  await page.route(/\/reports\/interactions/, (route) => {
    const { started, completed, handleTime, fedUntil } = summary;
    const of = { id: interaction.id, name: interaction.name, deleted: false };
    const items = [{ interaction: of, started, completed, handleTime: handleTime.p50 }];
    return route.fulfill({ json: { fedUntil, items, without: 2 } });
  });
  await page.route(/\/reports\/summary/, (route) => route.fulfill({ json: summary }));
  await page.route(/\/reports\/sessions/, (route) => {
    const limit = Number(new URL(route.request().url()).searchParams.get('limit') ?? 40);
    const items = evidence.sessions.slice(0, limit).map((facts, index) => ({
      id: facts.session,
      interaction: { id: interaction.id, name: interaction.name, version: 1 },
      kind: 'live',
      status: facts.outcome === null ? 'waiting' : 'ended',
      outcome: facts.outcome,
      client: 'agent-desk',
      channel: index % 3 === 0 ? 'chat' : 'voice',
      startedAt: Date.now() - index * HOUR,
      changedAt: Date.now() - index * HOUR,
      endedAt: null,
      at: null,
      abilities: ['steps'],
      active: evidence.visits
        .filter((visit) => visit.session === facts.session)
        .reduce((sum, visit) => Math.max(sum, visit.active), 0),
    }));
    return route.fulfill({ json: { items } });
  });
}
