import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, OPENING, openHouse } from './driver.ts';
import { seed } from './files.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, OPENING);
afterAll(() => house.close());

describe('a first call', () => {
  it('is published, made live and run to its end', async () => {
    const { administrator, person } = await house.account('Acme');
    const agent = await person('agent');
    const { interaction } = await administrator.release(seed());
    const first = await agent.start(interaction.id);
    expect(first.page?.element).toBe('q_problem');
    const second = await agent.answer(first, 'billing');
    expect(second.page?.element).toBe('s_confirm');
    const over = await agent.answer(second);
    expect(over).toMatchObject({ status: 'ended', outcome: 'completed', page: null, seq: 3 });
  });
});
