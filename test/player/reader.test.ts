import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#prelude/json.ts';
import { heard, listen } from '#test/browser/heard.ts';
import { builtPages } from '#test/browser/pages.ts';
import { servePages } from '#test/browser/serve-pages.ts';
import { type Drawing, draw } from '#test/factories/draw.ts';
import { PlayerDriver } from './player-driver.ts';

const SLOW = { timeout: 300_000 };
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
});

const colours = ['Red', 'Gold', 'Blue'].map((label) => ({ value: label.toLowerCase(), label: { en: label } }));
const field = (label: string, answer: JsonObject, more: JsonObject = {}): JsonObject => ({
  kind: 'field',
  label: { en: label },
  answer,
  ...more,
});

/** One page of each kind that a reader of the screen meets otherwise than somebody who sees it. */
const PAGES: Drawing = {
  variables: {
    colour: { type: 'option', label: 'Colour' },
    name: { type: 'text', label: 'Name' },
    count: { type: 'number', label: 'Count' },
    day: { type: 'date', label: 'Day' },
    photo: { type: 'file', label: 'Photo' },
    order: { type: 'record', label: 'Order' },
    since: { type: 'number', label: 'Since' },
  },
  elements: {
    s_recorded: { text: { en: 'This call is recorded.' }, mustRead: true },
    f_form: {
      type: 'form',
      text: { en: 'Who is it for?' },
      sections: [
        {
          items: [
            field('Colour', { kind: 'one-choice', variable: 'colour', required: true }, { choices: colours }),
            field('Name', { kind: 'short-text', variable: 'name', required: true }),
            field('Day', { kind: 'date', variable: 'day', required: false }),
          ],
        },
      ],
    },
    q_photo: {
      text: { en: 'Send a picture of the damage' },
      answer: { kind: 'file', variable: 'photo', accepts: ['image'] },
    },
    t_orders: {
      type: 'table',
      text: { en: 'Which order?' },
      list: '[]',
      columns: [{ field: 'number', label: { en: 'Order' } }],
      pick: 'one',
      variable: 'order',
    },
    q_since: { text: { en: 'Since when?' }, answer: { kind: 'number', variable: 'since', required: true } },
  },
  connectors: ['s_recorded -> f_form', 'f_form -> q_photo', 'q_photo -> t_orders', 't_orders -> q_since'],
};

async function open(start: string, options: { served?: boolean } = {}): Promise<PlayerDriver> {
  const source = { kind: 'working-copy', interaction: draw(PAGES), start: start as never } as const;
  const player = await PlayerDriver.open(await servePages(folder), source, options);
  await player.at(start);
  return player;
}

/** Each role and name as the browser hands it to a screen reader. */
async function rolesIn(player: PlayerDriver): Promise<string> {
  return player.page.locator('waymark-player .page').ariaSnapshot();
}

const lastSaid = async (player: PlayerDriver) => (await player.said()).at(-1)?.trim();

describe('what is read when a page comes', () => {
  it('is the text, where the box that has the focus does not say it', SLOW, async () => {
    const player = await open('s_recorded');
    await expect.poll(() => player.focus()).toBe('checkbox I have read this aloud');
    await expect.poll(() => lastSaid(player)).toBe('This call is recorded.');
  });

  it('is the text of a form, whose first field says only its own name', SLOW, async () => {
    const player = await open('f_form');
    await expect.poll(() => player.focus()).toBe('radio Red');
    await expect.poll(() => lastSaid(player)).toBe('Who is it for?');
  });

  it('is nothing but the question where the customer reads: the field says that by itself', SLOW, async () => {
    const player = await open('q_since', { served: true });
    await player.page.waitForFunction(() => document.querySelector('waymark-player')?.shadowRoot?.activeElement);
    await expect.poll(() => player.page.getByRole('textbox', { name: 'Since when?' }).count()).toBe(1);
    expect(await player.said()).toEqual([]);
  });
});

describe('names of what can be answered', () => {
  it('are those of each choice, not of the field and the first choice together', SLOW, async () => {
    const player = await open('f_form');
    const roles = await rolesIn(player);
    expect(roles).toContain('radiogroup "Colour"');
    expect(roles).toContain('radio "Red"');
    await player.page.getByText('Colour', { exact: true }).click();
    await expect.poll(() => player.focus()).toBe('radio Red');
    expect(await player.page.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  it('say which field a button beside it belongs to', SLOW, async () => {
    const player = await open('f_form');
    const calendar = player.page.getByRole('button', { name: 'Open calendar' });
    const described = await calendar.evaluate((button) => {
      const root = button.getRootNode() as ShadowRoot;
      return root.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent;
    });
    expect(described).toContain('Day');
  });

  it('tell the question of a file', SLOW, async () => {
    const player = await open('q_photo');
    await expect.poll(() => rolesIn(player)).toContain('group "Send a picture of the damage"');
    await expect.poll(() => lastSaid(player)).not.toBe('');
  });
});

describe('the focus', () => {
  it('stands on the way on where a list came empty, and the question is read', SLOW, async () => {
    const player = await open('t_orders');
    await expect.poll(() => player.focus()).toBe('button Next');
    await expect.poll(() => lastSaid(player)).toBe('Which order?');
    await player.press('Enter');
    await player.at('q_since');
  });

  it('comes to a field that is refused for a second time, from the button', SLOW, async () => {
    const player = await open('q_since');
    await player.type('long');
    await player.press('Enter');
    await player.page.locator('waymark-player .field-problem').waitFor();
    await player.type('er');
    await player.press('Tab', 'Space');
    await player.page.locator('waymark-player .field-problem').waitFor();
    await expect.poll(() => player.focus()).toBe('text “longer”');
  });
});

describe('a refusal', () => {
  it('is said each time it is given', SLOW, async () => {
    const player = await open('q_since');
    await listen(player.page);
    await player.press('Enter');
    await expect.poll(() => heard(player.page)).toEqual(['Give an answer to go on']);
    await player.press('Enter');
    await expect.poll(() => heard(player.page)).toEqual(['Give an answer to go on', 'Give an answer to go on']);
  });

  it('of several fields names each', SLOW, async () => {
    const player = await open('f_form');
    await player.press('Control+Enter');
    await expect.poll(() => lastSaid(player)).toMatch(/^Colour: .* Name: /);
    await expect.poll(() => player.focus()).toBe('radio Red');
  });
});
