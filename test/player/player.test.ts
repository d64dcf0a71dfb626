import { beforeAll, describe, expect, it } from 'vitest';
import type { Interaction } from '#format/interaction.ts';
import { builtPages, problemsOf } from '#test/browser/pages.ts';
import { servePages } from '#test/browser/serve-pages.ts';
import { allKinds } from './all-kinds.ts';
import { PlayerDriver } from './player-driver.ts';

const interaction = allKinds();
const copy = { kind: 'working-copy', interaction } as const;
const SLOW = { timeout: 300_000 };
const PHOTO = {
  name: 'socket.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
});

async function open(options: Parameters<typeof PlayerDriver.open>[2] = {}, start?: string): Promise<PlayerDriver> {
  const player = await PlayerDriver.open(await servePages(folder), start ? { ...copy, start } : copy, options);
  await player.at(start ?? 's_welcome');
  return player;
}

describe('a call by the keyboard alone', () => {
  it('answers every kind of question, and the focus is always where the next key is meant', SLOW, async () => {
    const player = await open();
    await expect.poll(() => player.focus()).toBe('button Next');
    await player.press('Enter');

    await player.at('q_verified');
    await expect.poll(() => player.focus()).toBe('button Yes');
    await player.press('1');

    await player.at('q_problem');
    await expect.poll(() => player.focus()).toBe('button Slow connection');
    await player.press('ArrowDown', 'ArrowDown', 'Enter');

    await player.at('q_contact_hours');
    await player.press('2');
    await expect.poll(() => player.focus()).toBe('radio Afternoon, 12 to 17');
    await player.press('Enter');

    await player.at('q_device');
    await player.press('t', 't');
    await expect.poll(() => player.focus()).toBe('button Telephone');
    await player.press('Space');

    await player.at('q_town');
    await expect.poll(() => player.focus()).toBe('combobox “”');
    await player.type('sev');
    await player.press('Enter');

    await player.at('q_speed');
    await player.type('12.5');
    await player.press('Enter');

    await player.at('q_since');
    await player.type('nov 20 2026');
    await player.press('ArrowUp');
    await expect.poll(() => player.focus()).toBe('text “11/21/2026”');
    await expect.poll(() => player.text()).toContain('November 21, 2026');
    await player.press('Enter');

    await player.at('q_reference');
    await player.type('NB4711');
    await player.press('Enter');

    await player.at('q_details');
    await player.type('Ring twice.');
    await player.press('Enter');
    await player.type('The dog is friendly.');
    await player.press('Control+Enter');

    await player.at('q_repair_slot');
    await player.type('thu');
    await expect.poll(() => player.focus()).toBe('list Thursday 8 to 10');
    await player.press('Enter');

    await player.at('q_effects');
    await player.press('1', '2', '3', '2');
    await expect.poll(() => player.focus()).toBe('checkbox Television stutters');
    await player.press('Enter');

    await player.at('q_country');
    await player.type('espana');
    await expect.poll(() => player.text()).toContain('No choice matches');
    await player.press('Escape');
    await player.type('spa');
    await player.press('Enter');

    await player.at('q_languages');
    await player.type('ger');
    await player.press('Enter');
    await player.type('3');
    await player.press('Enter');
    await expect.poll(() => player.text()).toContain('2 chosen: English, German');
    await player.press('Enter');

    await player.at('q_refund');
    await player.type('12.5 eur');
    await expect.poll(() => player.text()).toContain('€12.50');
    await player.press('Enter');

    await player.at('q_call_at');
    await player.type('1430');
    await expect.poll(() => player.text()).toContain('2:30 PM');
    await player.press('ArrowUp', 'Enter');

    await player.at('q_appointment');
    await player.type('5 mar 2027 9');
    await expect.poll(() => player.text()).toContain('Friday, March 5, 2027 at 9:00 AM');
    await player.press('Enter');

    await player.at('q_phone');
    await player.type('020 7946 0958');
    await expect.poll(() => player.text()).toContain('+44 207 946 0958');
    await player.press('Enter');

    await player.at('q_email');
    await player.type('ana@example.com');
    await player.press('Enter');

    await player.at('q_pin');
    await player.type('8205');
    await player.press('Enter');

    await player.at('q_photo');
    await expect.poll(() => player.focus()).toBe('button Choose a file');
    await player.chooseFile(PHOTO);
    await player.page.locator('waymark-player .file-kept').waitFor();
    await expect.poll(() => player.focus()).toBe('div socket.png0.1 kBRemove');
    await player.press('Enter');

    await player.at('q_rating');
    await player.press('0');

    await player.at('s_summary');
    const summary = await player.text();
    expect(summary).toContain('I have noted: Connection drops now and then, in Sevenoaks, since November 21, 2026.');
    expect(summary).toContain('It keeps you from: Video calls break off, Working from home is impossible.');
    expect(summary).toContain('You call from Spain, speak English, German, and get back €12.50.');
    expect(summary).toContain('We ring 0207 946 0958 at 2:45 PM; the second visit is March 5, 2027 at 9:00 AM.');
    expect(summary).toContain('Your PIN is ••••.');
    await expect
      .poll(() => player.variables())
      .toMatchObject({
        verified: true,
        problem: 'drops',
        contact_hours: 'v2',
        device: 'v3',
        town: 'v13',
        speed: 12.5,
        since: '2026-11-21',
        reference: 'NB4711',
        details: 'Ring twice.\nThe dog is friendly.',
        repair_slot: 'v3',
        effects: ['calls', 'work'],
        country: 'ES',
        spoken: ['English', 'German'],
        refund: { amount: '12.50', currency: 'EUR' },
        call_at: '14:45:00',
        appointment: '2027-03-05T09:00:00+00:00',
        phone: '+442079460958',
        email: 'ana@example.com',
        photo: { name: 'socket.png', type: 'image/png', size: PHOTO.buffer.length },
        rating: 10,
      });
    expect(JSON.stringify(await player.variables())).not.toContain('8205');
    await player.press('Enter');
    await expect.poll(() => player.ended()).toBe('completed');
    await expect.poll(() => player.steps()).toBe(23);
    expect(problemsOf(player.page)).toEqual([]);
  });

  it('says one thing a step, politely', SLOW, async () => {
    const player = await open();
    await player.press('Enter');
    await player.at('q_verified');
    await player.press('2');
    await player.at('q_problem');
    await player.press('1');
    await player.at('q_contact_hours');
    await expect
      .poll(() => player.said())
      .toEqual([
        'Good morning, this is Northline Broadband. I will take your fault report now.\nIt takes about three minutes.',
        'Verification',
        'Problem',
        'Contact hours',
      ]);
  });

  it('goes back with Backspace, Alt+Left and PgUp, and forward again with PgDn: answers are kept', SLOW, async () => {
    const player = await open();
    await player.press('Enter');
    await player.at('q_verified');
    await player.press('2');
    await player.at('q_problem');
    await player.press('3');
    await player.at('q_contact_hours');
    await player.press('1', 'Enter');
    await player.at('q_device');
    await player.press('Backspace');
    await player.at('q_contact_hours');
    await expect.poll(() => player.focus()).toBe('radio Morning, 8 to 12');
    await player.press('Alt+ArrowLeft');
    await player.at('q_problem');
    await expect.poll(() => player.focus()).toBe('button Connection drops now and then');
    await expect.poll(() => player.text()).toContain('Earlier answer');
    await player.press('PageUp');
    await player.at('q_verified');
    await expect.poll(() => player.focus()).toBe('button No');
    await player.press('PageDown');
    await player.at('q_problem');
    await player.press('PageDown');
    await player.at('q_contact_hours');
    await player.press('PageDown');
    await player.at('q_device');
  });

  it('does not take digits and letters typed elsewhere on the page', SLOW, async () => {
    const player = await open({ focus: false }, 'q_problem');
    await player.press('2');
    await player.page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
    await player.at('q_problem');
    await expect.poll(() => player.focus()).toBe('nothing');
  });
});

describe('a refused answer', () => {
  it('is told at its field and aloud, keeps what was typed and the focus', SLOW, async () => {
    const player = await open({}, 'q_speed');
    await player.type('fast');
    await player.press('Enter');
    await player.page.locator('waymark-player .field-problem').waitFor();
    await expect.poll(() => player.text()).toContain('Write a number');
    await expect.poll(async () => (await player.said()).at(-1)).toContain('Write a number');
    await expect.poll(() => player.focus()).toBe('text “fast”');
    const input = player.page.locator('waymark-player input');
    await expect.poll(() => input.getAttribute('aria-invalid')).toBe('true');
    await player.press('Control+a');
    await player.type('2000');
    expect(await player.page.locator('waymark-player .field-problem').count()).toBe(0);
    await player.press('Enter');
    await player.page.locator('waymark-player .field-problem').waitFor();
    await expect.poll(() => player.text()).toContain('1,000');
  });

  it('a required answer left empty is asked for', SLOW, async () => {
    const player = await open({}, 'q_contact_hours');
    await player.press('Enter');
    await player.page.locator('waymark-player .field-problem').waitFor();
    await player.at('q_contact_hours');
    await expect.poll(() => player.focus()).toBe('radio Morning, 8 to 12');
  });
});

describe('the player in another page', () => {
  it('speaks the language of the session', SLOW, async () => {
    const player = await PlayerDriver.open(await servePages(folder), { ...copy, language: 'es' });
    await player.at('s_welcome');
    await player.press('Enter');
    await player.at('q_verified');
    await expect.poll(() => player.text()).toContain('¿Es usted el titular del contrato?');
    await expect.poll(() => player.text()).toContain('Atrás');
    await expect.poll(() => player.text()).toContain('Sí');
  });

  it('shows names of pages to those who serve, never to who is served', SLOW, async () => {
    const served = await open({ served: true }, 'q_problem');
    expect(await served.text()).not.toMatch(/^Problem$/m);
    const serving = await open({}, 'q_problem');
    await expect.poll(() => serving.text()).toMatch(/^Problem$/m);
  });

  it('an edited copy goes on where the one before it stood', SLOW, async () => {
    const player = await open();
    await player.press('Enter');
    await player.at('q_verified');
    await player.press('1');
    await player.at('q_problem');
    const text = { en: 'What is wrong with it?' };
    const edited = {
      ...interaction,
      elements: { ...interaction.elements, q_problem: { ...interaction.elements['q_problem' as never], text } },
    } as unknown as Interaction;
    await player.setSource({ kind: 'working-copy', interaction: edited });
    await player.page.getByText('What is wrong with it?').waitFor();
    await player.at('q_problem');
    await player.press('Backspace');
    await player.at('q_verified');
  });

  it('nothing shifts while pages come and go', SLOW, async () => {
    const player = await open({ motion: 'no-preference' });
    await player.page.evaluate(() => {
      Object.assign(window, { shifted: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
          if (!shift.hadRecentInput) Object.assign(window, { shifted: (window as never)['shifted'] + shift.value });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const [key, next] of [
      ['Enter', 'q_verified'],
      ['1', 'q_problem'],
      ['2', 'q_contact_hours'],
      ['Backspace', 'q_problem'],
    ] as const) {
      await player.press(key);
      await player.at(next);
    }
    expect(await player.page.evaluate(() => (window as never)['shifted'])).toBe(0);
  });
});
