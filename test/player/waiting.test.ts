import { beforeAll, describe, expect, it } from 'vitest';
import type { EffectResult } from '#contract/effect.ts';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { builtPages, problemsOf } from '#test/browser/pages.ts';
import { servePages } from '#test/browser/serve-pages.ts';
import { draw, text } from '#test/factories/draw.ts';
import { DeskService } from './desk-service.ts';
import { PlayerDriver } from './player-driver.ts';

const SLOW = { timeout: 300_000 };
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
}, 120_000);

const call = { connection: 'crm', method: 'GET', path: '/lines', inputs: [], outputs: [] };

/** A line is looked up, measured and reported: with a check of an answer, a call, a wait, buttons and a text to be read. */
const lines = draw({
  name: 'Line check',
  variables: {
    number: { type: 'text', label: 'Number' },
    state: { type: 'text', label: 'State' },
    balance: { type: 'number', label: 'Balance' },
  },
  elements: {
    s_recorded: { text: text('This call is recorded.'), mustRead: true, name: 'Recording' },
    q_number: {
      name: 'Line number',
      text: text('Which line is it about?'),
      answer: { kind: 'short-text', variable: 'number' },
      verify: { ...call, valid: 'response.found', message: text('There is no such line') },
      buttons: [
        {
          id: 'b_balance',
          label: text('Look up the balance'),
          action: { kind: 'call', ...call, outputs: [{ variable: 'balance', value: 'response.balance' }] },
        },
        { id: 'b_map', label: text('Open the map'), action: { kind: 'open-link', url: 'https://example.org/map' } },
        {
          id: 'b_tell',
          label: text('Open the ticket'),
          action: { kind: 'client-event', event: 'ticket.open', payload: [{ name: 'line', value: '"7"' }] },
        },
        {
          id: 'b_state',
          label: text('Look up the state'),
          action: { kind: 'call', ...call, path: '/lines/{state}' },
        },
      ],
    },
    i_measure: { ...call, name: 'Measuring', outputs: [{ variable: 'state', value: 'response.state' }] },
    w_settle: { name: 'Settling', until: { kind: 'duration', duration: 'PT2M' } },
    s_state: { text: text('The line is {state}. The balance is {balance}.'), name: 'State' },
    e_failed: { outcome: 'not measured' },
  },
  connectors: [
    's_recorded -> q_number',
    'q_number -> i_measure',
    'i_measure.done -> w_settle',
    'w_settle -> s_state',
    'i_measure.failed -> e_failed',
    'i_measure.timed_out -> e_failed',
  ],
});

/** A session on a service that only does what the test says. */
async function play(options: Parameters<typeof PlayerDriver.open>[2] = {}) {
  const service = new DeskService([lines]);
  const origin = await service.serve(folder);
  const session = service.start();
  const player = await PlayerDriver.open(origin, { kind: 'session', account: 'acc_northline', session }, options);
  await player.at('s_recorded');
  const result = (value: EffectResult) => {
    const effect = service.state(session).effects?.at(-1)?.id ?? '';
    service.command(session, { kind: 'effect-result', effect, result: value });
  };
  return { service, session, player, result };
}

async function toNumber({ player }: { player: PlayerDriver }) {
  await player.press('1', 'Enter');
  await player.at('q_number');
}

async function toMeasuring(run: Awaited<ReturnType<typeof play>>) {
  await toNumber(run);
  await run.player.type('7');
  await run.player.press('Enter');
  await shown(run.player, '.waiting-label', 'Checking the answer');
  run.result({ status: 'done', value: { found: true } });
  await run.player.at('i_measure');
}

const within = (player: PlayerDriver) => player.page.locator('waymark-player');
const shown = (player: PlayerDriver, part: string, words: string) =>
  within(player).locator(part).filter({ hasText: words }).waitFor();

describe('a text that must be read aloud', () => {
  it('is left once somebody says so, by the keyboard alone', SLOW, async () => {
    const { player, service, session } = await play();
    await player.press('Enter');
    await shown(player, '.field-problem', 'Confirm that you have read this aloud');
    await expect.poll(async () => (await player.said()).at(-1)).toBe('Confirm that you have read this aloud');
    await player.press('Space');
    expect(await accessibilityProblems(player.page)).toEqual([]);
    await player.press('Enter');
    await player.at('q_number');
    await expect
      .poll(() => service.state(session).trail[0])
      .toMatchObject({ answer: true, shown: 'I have read this aloud' });
  });
});

describe('an answer that is checked outside', () => {
  it('stays with the reason where it is turned down, and goes on where it holds', SLOW, async () => {
    const run = await play();
    await toNumber(run);
    const { player } = run;
    await player.type('8');
    await player.press('Enter');
    await shown(player, '.waiting-label', 'Checking the answer');
    await expect.poll(async () => (await player.said()).at(-1)).toBe('Checking the answer');
    run.result({ status: 'done', value: { found: false } });
    await shown(player, '.field-problem', 'There is no such line');
    await expect.poll(() => player.focus()).toBe('text “8”');
    await expect.poll(async () => (await player.said()).at(-1)).toBe('There is no such line');
    await player.press('Backspace');
    await player.type('7');
    expect(await within(player).locator('.field-problem').count()).toBe(0);
    await player.press('Enter');
    await shown(player, '.waiting-label', 'Checking the answer');
    run.result({ status: 'done', value: { found: true } });
    await player.at('i_measure');
  });
});

describe('a page that waits', () => {
  it('says what for, and goes on by itself when it is there', SLOW, async () => {
    const run = await play();
    await toMeasuring(run);
    const { player } = run;
    // What has the focus is read by itself, and not said a second time.
    await expect.poll(() => player.focus()).toBe('p Measuring');
    expect(await player.said()).not.toContain('Measuring');
    expect(await accessibilityProblems(player.page)).toEqual([]);
    run.result({ status: 'done', value: { state: 'fine' } });
    await player.at('w_settle');
    await expect.poll(() => within(player).getByRole('timer').innerText()).toMatch(/^[12]:\d\d$/);
    expect(await within(player).getByRole('button', { name: 'Go on without it' }).count()).toBe(0);
  });

  it('offers a way round after a while, which Enter takes', SLOW, async () => {
    const run = await play();
    await toMeasuring(run);
    const { player } = run;
    await player.press('Enter');
    await within(player).getByRole('button', { name: 'Go on without it' }).waitFor();
    expect(await accessibilityProblems(player.page)).toEqual([]);
    await player.press('Enter');
    await expect.poll(() => player.ended()).toBe('not measured');
    expect(problemsOf(player.page)).toEqual([]);
  });

  it('can be gone back from', SLOW, async () => {
    const run = await play();
    await toMeasuring(run);
    await run.player.press('Backspace');
    await run.player.at('q_number');
    await expect.poll(() => run.player.focus()).toBe('text “7”');
  });

  it('shows no name of an element to those who are served', SLOW, async () => {
    const run = await play({ served: true });
    await toMeasuring(run);
    const shown = await run.player.text();
    expect(shown).toContain('One moment, please');
    expect(shown).not.toContain('Measuring');
  });
});

describe('a button beside the answer', () => {
  it('works while the page stays free, and what it finds is kept', SLOW, async () => {
    const run = await play();
    await toNumber(run);
    const { player, service, session } = run;
    await player.type('7');
    const look = within(player).getByRole('button', { name: 'Look up the balance' });
    await look.press('Enter');
    await within(player).locator('.action[aria-busy]').waitFor();
    expect(await accessibilityProblems(player.page)).toEqual([]);
    run.result({ status: 'done', value: { balance: 12 } });
    await within(player).locator('.action[aria-busy]').waitFor({ state: 'detached' });
    await expect.poll(() => service.state(session).variables).toMatchObject({ balance: 12 });
    await expect.poll(() => within(player).getByRole('textbox').inputValue()).toBe('7');
  });

  it('opens a link in a window of its own that knows nothing of this one', SLOW, async () => {
    const run = await play();
    await toNumber(run);
    const link = within(run.player).getByRole('link', { name: 'Open the map' });
    await expect.poll(() => link.getAttribute('rel')).toBe('noopener noreferrer');
    await expect.poll(() => link.getAttribute('target')).toBe('_blank');
    await expect.poll(() => link.getAttribute('href')).toBe('https://example.org/map');
  });

  it('says why it cannot be done', SLOW, async () => {
    const run = await play();
    await toNumber(run);
    await within(run.player).getByRole('button', { name: 'Look up the state' }).click();
    await shown(run.player, '.field-problem', 'This cannot be done yet: something that it needs is not known');
    expect(await accessibilityProblems(run.player.page)).toEqual([]);
  });

  it('tells the host in a preview', SLOW, async () => {
    const source = { kind: 'working-copy', interaction: lines, start: 'q_number' } as const;
    const player = await PlayerDriver.open(await servePages(folder), source);
    await player.at('q_number');
    await player.page.evaluate(() => {
      const heard = window as unknown as { told: unknown[] };
      heard.told = [];
      document.addEventListener('waymark-event', (event) => heard.told.push((event as CustomEvent).detail));
    });
    await within(player).getByRole('button', { name: 'Open the ticket' }).click();
    await player.page.waitForFunction(() => (window as unknown as { told: unknown[] }).told.length > 0);
    expect(await player.page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([
      { name: 'ticket.open', payload: { line: '7' } },
    ]);
  });
});
