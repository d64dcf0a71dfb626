import { beforeAll, expect, it } from 'vitest';
import type { SessionStep } from '#api/sessions.ts';
import type { Command } from '#contract/command.ts';
import { catalog } from '#elements/catalog.ts';
import { decide } from '#engine/decide.ts';
import { compile } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import { builtPages } from '#test/browser/pages.ts';
import { servePages } from '#test/browser/serve-pages.ts';
import { allKinds } from './all-kinds.ts';
import { PlayerDriver } from './player-driver.ts';

const interaction = allKinds();
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
});

/** The log of a session as the server keeps it. */
function stepsOf(commands: readonly Command[]): readonly SessionStep[] {
  const program = compile(interaction, catalog);
  const began = start(program, { client: 'agent-desk' }, 0);
  if (!began.ok) throw new Error(began.error.message);
  let { state } = began.value;
  const log = [{ seq: 1, at: 0, actor: null, command: 'start', events: [...began.value.events] }];
  for (const command of commands) {
    const decision = decide(program, state, command, log.length * 1000);
    if (!decision.ok) throw new Error(decision.error.message);
    state = decision.value.state;
    const seq = log.length + 1;
    log.push({ seq, at: seq * 1000, actor: null, command: command.kind, events: [...decision.value.events] });
  }
  return log;
}

it('shows a stored session step by step, with the answers given, and lets nothing be answered', {
  timeout: 300_000,
}, async () => {
  const steps = stepsOf([
    { kind: 'answer' },
    { kind: 'answer', value: true },
    { kind: 'answer', value: 'drops' },
    { kind: 'answer', value: 'v2' },
  ]);
  const replay = (at: number) => ({ kind: 'replay', interaction, steps, at }) as const;
  const player = await PlayerDriver.open(await servePages(folder), replay(0));
  await player.at('s_welcome');
  await player.setSource(replay(2));
  await player.at('q_problem');
  const given = player.page.locator('waymark-player .choice[data-earlier] .choice-label');
  await expect.poll(() => given.textContent()).toBe('Connection drops now and then');
  await given.click({ force: true });
  await player.setSource(replay(3));
  await player.at('q_contact_hours');
  await expect.poll(() => player.page.locator('waymark-player input:checked').getAttribute('value')).toBe('v2');
  expect(await player.steps()).toBe(0);
});
