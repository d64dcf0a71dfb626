import { beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from '#test/browser/pages.ts';
import { servePages } from '#test/browser/serve-pages.ts';
import { allKinds, COUNTRIES } from './all-kinds.ts';
import { DeskService } from './desk-service.ts';
import { PlayerDriver } from './player-driver.ts';

const interaction = allKinds();
const SLOW = { timeout: 300_000 };
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
}, 120_000);

async function at(start: string, language = 'en'): Promise<PlayerDriver> {
  const source = { kind: 'working-copy', interaction, start, language } as const;
  const player = await PlayerDriver.open(await servePages(folder), source);
  await player.at(start);
  return player;
}

async function refusedWith(player: PlayerDriver): Promise<string> {
  const problem = player.page.locator('waymark-player .field-problem');
  await problem.waitFor();
  return problem.innerText();
}

const understood = (player: PlayerDriver) => player.page.locator('waymark-player .understood').innerText();
const shown = (player: PlayerDriver) => player.page.locator('waymark-player .finder-row .choice-label').allInnerTexts();

describe('many choices', () => {
  it('arrows and letters move, the space bar takes, and nothing is asked for twice', SLOW, async () => {
    const player = await at('q_effects');
    await expect.poll(() => player.focus()).toBe('checkbox Video calls break off');
    await player.press('ArrowDown', 'Space', 'w', 'Space', 'Enter');
    await player.at('q_country');
    await expect.poll(() => player.variables()).toMatchObject({ effects: ['tv', 'work'] });
    await player.press('Alt+ArrowLeft');
    await player.at('q_effects');
    await expect.poll(() => player.focus()).toBe('checkbox Television stutters');
    await player.press('2', '3', 'Enter');
    await expect.poll(() => refusedWith(player)).toBe('Give an answer to go on');
  });

  it('of a long list are found, taken and left by keys, within the numbers that are wanted', SLOW, async () => {
    const player = await at('q_languages');
    await expect.poll(() => player.text()).toContain('Choose 2 to 3.');
    await player.type('ger');
    await expect.poll(() => shown(player)).toEqual(['German']);
    await player.press('Enter', 'Enter');
    await expect.poll(() => refusedWith(player)).toBe('Choose at least 2');
    await player.press('ArrowDown', 'Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space');
    await expect.poll(() => player.text()).toContain('4 chosen: Arabic, Dutch, English, German');
    await player.press('Escape', 'Enter');
    await expect.poll(() => refusedWith(player)).toBe('Choose at most 3; there are 4 now');
    await player.type('dut');
    await player.press('Enter', 'Enter');
    await player.at('q_refund');
    await expect.poll(() => player.variables()).toMatchObject({ spoken: ['Arabic', 'English', 'German'] });
  });
});

describe('a list of 226 countries', () => {
  it('is searched by letters, accents or not, and by number', SLOW, async () => {
    const player = await at('q_country');
    await expect.poll(() => shown(player)).toHaveLength(COUNTRIES.length);
    await player.type('cote');
    await expect.poll(async () => (await shown(player))[0]).toMatch(/^Côte d/);
    await player.press('Control+a');
    await player.type('united');
    await expect.poll(() => shown(player)).toContain('United Arab Emirates');
    await player.press('Control+a');
    await player.type('68');
    await player.press('Enter');
    await player.at('q_languages');
    await expect.poll(() => player.variables()).toMatchObject({ country: COUNTRIES[67]?.code });
  });

  it('is drawn once, with some few nodes a choice', SLOW, async () => {
    const player = await at('q_country');
    const nodes = await player.page.evaluate(
      () => document.querySelector('waymark-player')?.shadowRoot?.querySelectorAll('.finder *').length ?? 0,
    );
    expect(nodes).toBeLessThan(COUNTRIES.length * 6);
  });

  it('stands chosen where one comes back', SLOW, async () => {
    const player = await at('q_country');
    await player.type('spain');
    await player.press('Enter');
    await player.at('q_languages');
    await player.press('Alt+ArrowLeft');
    await player.at('q_country');
    const marked = player.page.locator('waymark-player .finder-row[data-marked]');
    await expect.poll(() => marked.innerText()).toContain('Spain');
    await expect.poll(() => player.text()).toContain('Earlier answer');
  });
});

describe('what is typed is understood before it is sent', () => {
  it('an amount, by the signs of the language, with its currency chosen beside it', SLOW, async () => {
    const player = await at('q_refund', 'es');
    await player.type('1.234,5');
    await expect.poll(() => understood(player)).toMatch(/^1\.?234,50\s(GBP|£)$/);
    await player.press('Enter');
    await expect.poll(() => refusedWith(player)).toMatch(/^El máximo es 500,00\s(GBP|£)$/);
    await player.press('Control+a');
    await player.type('12,345');
    await player.press('Enter');
    await expect.poll(() => refusedWith(player)).toBe('Los importes en GBP tienen 2 decimales');
    await player.press('Tab', 'e', 'Control+Enter');
    await expect.poll(() => refusedWith(player), { timeout: 60_000 }).toBe('Los importes en EUR tienen 2 decimales');
    await player.press('Control+a');
    await player.type('12,3');
    await player.press('Enter');
    await player.at('q_call_at');
    await expect.poll(() => player.variables()).toMatchObject({ refund: { amount: '12.30', currency: 'EUR' } });
  });

  it('a time, and what is none is said and refused', SLOW, async () => {
    const player = await at('q_call_at', 'de');
    await player.type('9 uhr 30');
    await expect.poll(() => understood(player)).toBe('09:30');
    await player.press('Control+a');
    await player.type('quarter');
    await expect.poll(() => understood(player)).toBe('Das ist noch keine Uhrzeit.');
    await player.press('Enter');
    await expect.poll(() => refusedWith(player)).toBe('Schreiben Sie eine Uhrzeit, etwa 14:30');
    await player.press('Control+a');
    await player.type('2130');
    await player.press('Enter');
    await expect.poll(() => refusedWith(player)).toBe('Die späteste Uhrzeit ist 20:00');
  });

  it('a day with a time, in the zone of the person', SLOW, async () => {
    const player = await at('q_appointment', 'es');
    await player.type('5/3/2027 14:30');
    await expect.poll(() => understood(player)).toBe('viernes, 5 de marzo de 2027, 14:30');
    await player.press('ArrowUp');
    await expect.poll(() => player.focus()).toBe('text “06/03/2027 14:30”');
    await player.press('Enter');
    await player.at('q_phone');
    await expect.poll(() => player.variables()).toMatchObject({ appointment: '2027-03-06T14:30:00+00:00' });
    await player.press('Alt+ArrowLeft');
    await player.at('q_appointment');
    await expect.poll(() => understood(player)).toBe('sábado, 6 de marzo de 2027, 14:30');
  });

  it('a telephone number and an address', SLOW, async () => {
    const player = await at('q_phone');
    await player.type('12');
    await player.press('Enter');
    await expect.poll(() => refusedWith(player)).toBe('This number has too few or too many digits; check it');
    await player.press('Control+a');
    await player.type('0044 (0)20-7946 0958');
    await player.press('Enter');
    await player.at('q_email');
    await player.type('ana@example');
    await player.press('Enter');
    await expect.poll(() => refusedWith(player)).toBe('Write an e-mail address, such as ana@example.com');
    await player.press('Alt+ArrowLeft');
    await player.at('q_phone');
    await expect.poll(() => player.focus()).toBe('text “0207 946 0958”');
  });
});

describe('a rating', () => {
  it('is given by one key, moved over by arrows, and shown where one comes back', SLOW, async () => {
    const player = await at('q_rating');
    await expect.poll(() => player.focus()).toBe('button 1');
    await player.press('ArrowRight', 'ArrowRight');
    await expect.poll(() => player.focus()).toBe('button 3');
    await player.press('7');
    await player.at('s_summary');
    await expect.poll(() => player.variables()).toMatchObject({ rating: 7 });
    await player.press('Alt+ArrowLeft');
    await player.at('q_rating');
    await expect.poll(() => player.focus()).toBe('button 7');
  });
});

describe('a secret', () => {
  it('is hidden until somebody asks to see it, and asked for again when one comes back', SLOW, async () => {
    const player = await at('q_pin');
    const input = player.page.locator('waymark-player .input-secret');
    await player.type('47');
    await expect.poll(() => input.getAttribute('type')).toBe('password');
    await player.press('Tab', 'Enter');
    await expect.poll(() => input.getAttribute('type')).toBe('text');
    await expect.poll(() => player.focus()).toBe('text “47”');
    await player.press('Enter');
    await expect.poll(() => refusedWith(player)).toBe('Write at least 4 characters');
    await player.type('11');
    await player.press('Enter');
    await player.at('q_photo');
    await player.press('Alt+ArrowLeft');
    await player.at('q_pin');
    await expect.poll(() => player.focus()).toBe('text “”');
  });

  it('is in no storage of the browser, typed or on its way, while what is no secret is', SLOW, async () => {
    const service = new DeskService([{ ...interaction, start: 'q_email' as never }]);
    const origin = await service.serve(folder);
    const source = { kind: 'session', account: 'acc_northline', session: service.start() } as const;
    const player = await PlayerDriver.open(origin, source);
    const stored = () =>
      player.page.evaluate(async () => {
        const databases = await indexedDB.databases();
        return JSON.stringify([{ ...sessionStorage }, { ...localStorage }, databases, document.cookie]);
      });
    await player.at('q_email');
    await player.type('half.typed@exam');
    await expect.poll(() => stored()).toContain('half.typed@exam');
    await player.reload(source);
    await player.at('q_email');
    await player.type('ple.com');
    await player.press('Enter');
    await player.at('q_pin');
    await player.type('471133');
    expect(await stored()).not.toContain('471133');
    service.down = true;
    await player.press('Enter');
    await player.page.locator('waymark-player .saving').filter({ hasText: 'No connection' }).waitFor();
    expect(await stored()).not.toContain('471133');
    service.down = false;
    await player.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await player.at('q_photo');
    expect(await stored()).not.toContain('471133');
  });
});

describe('a file', () => {
  const PDF = { name: 'contract.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 sample') };

  it('is chosen, looked at, taken away and chosen again by keys', SLOW, async () => {
    const player = await at('q_photo');
    await player.chooseFile(PDF);
    const kept = player.page.locator('waymark-player .file-kept');
    await kept.waitFor();
    await expect.poll(() => kept.getAttribute('aria-label')).toBe('contract.pdf, 0.1 kB');
    await player.press('Delete');
    await expect.poll(() => player.focus()).toBe('button Choose a file');
    await player.chooseFile({ ...PDF, name: 'other.pdf' });
    await kept.waitFor();
    await player.press('Enter');
    await player.at('q_rating');
    await expect
      .poll(() => player.variables())
      .toMatchObject({ photo: { name: 'other.pdf', type: 'application/pdf' } });
    await player.press('Alt+ArrowLeft');
    await player.at('q_photo');
    await expect.poll(() => player.text()).toContain('other.pdf');
  });

  it(
    'that is not wanted, empty or too large is told at once, and none is needed where none is required',
    SLOW,
    async () => {
      const player = await at('q_photo');
      await player.chooseFile({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>1</script>') });
      await player.page.getByText('Files of this kind are not taken here').waitFor();
      await player.chooseFile({ ...PDF, buffer: Buffer.alloc(0) });
      await player.page.getByText('This file is empty').waitFor();
      await player.chooseFile({ ...PDF, buffer: Buffer.alloc(5_000_001) });
      await player.page.getByText('This file is too large. It may have at most 5 MB.').waitFor();
      await player.press('Control+Enter');
      await player.at('q_rating');
    },
  );

  it('is taken when it is dropped on the field, and when it is pasted', SLOW, async () => {
    const player = await at('q_photo');
    const give = (how: 'drop' | 'paste') =>
      player.page.evaluate((how) => {
        const field = document.querySelector('waymark-player')?.shadowRoot?.querySelector('.file');
        const data = new DataTransfer();
        data.items.add(new File(['%PDF-1.7'], `${how}ped.pdf`, { type: 'application/pdf' }));
        const event =
          how === 'drop'
            ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        field?.dispatchEvent(event);
      }, how);
    await give('drop');
    await player.page.getByText('dropped.pdf').waitFor();
    await player.press('Delete');
    await give('paste');
    await player.page.getByText('pasteped.pdf').waitFor();
  });
});
