import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Hand } from './hand.ts';

/** The Interaction Designer as a designer sees it. */
export class Designing {
  readonly page: Page;
  readonly hand: Hand;

  constructor(page: Page, hand: Hand) {
    this.page = page;
    this.hand = hand;
  }

  async beginNew(name: string): Promise<void> {
    await this.hand.press(this.page.getByRole('button', { name: 'New Interaction' }));
    const field = this.page.getByLabel('Name of the Interaction');
    await this.hand.write(field, name);
    await this.page.keyboard.press('Enter');
    expect(await this.cards('')).toEqual([]);
  }

  /** By the Insert menu. */
  async insertByMenu(type: string, name: string, text?: string): Promise<void> {
    await this.hand.press(this.page.getByRole('button', { name: 'Insert', exact: true }));
    await this.hand.press(this.page.getByRole('menuitem', { name: type }));
    await this.fillIn(type, name, text);
  }

  /** By the icon of the toolbar; without a pointer, by its letter on the map is another way to the same command. */
  async insertByToolbar(type: string, name: string, text?: string): Promise<void> {
    const toolbar = this.page.getByRole('toolbar', { name: 'Insert' });
    await this.hand.press(toolbar.getByRole('button', { name: `Insert ${type}` }));
    await this.fillIn(type, name, text);
  }

  /** The settings opened with the name in focus; the text stands below. */
  private async fillIn(type: string, name: string, text?: string): Promise<void> {
    await this.page.getByRole('heading', { name: type, level: 2 }).waitFor();
    await this.hand.write(this.page.getByLabel('Name', { exact: true }), name);
    if (text !== undefined) await this.setText(text);
  }

  /** The text of the selected Question or Statement. */
  async setText(text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: /^(Question|Text)$/ });
    await this.hand.write(field, text);
    await this.page.keyboard.press('Escape');
  }

  /** Lets the selected Sub-Interaction run another Interaction, with ways out of its own for some outcomes. */
  async runOther(name: string, ways: readonly (readonly [outcome: string, label: string])[]): Promise<void> {
    const field = this.page.getByRole('combobox', { name: 'Interaction', exact: true });
    await this.hand.write(field, name);
    await this.page.getByRole('option', { name: new RegExp(name) }).waitFor();
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    for (const [index, [outcome, label]] of ways.entries()) {
      await this.hand.press(this.page.getByRole('button', { name: 'Add way out' }));
      const row = this.page.getByRole('group', { name: `Way out ${index + 1}` });
      await this.hand.write(row.getByRole('textbox', { name: 'Outcome' }), outcome);
      await this.hand.write(row.getByRole('textbox', { name: 'Name of the way out' }), label);
    }
  }

  async select(name: string): Promise<void> {
    if (this.hand.name === 'pointer') await this.card(name).click();
    else await this.goTo(name);
    await this.page.getByRole('tablist', { name: `Settings of ${name}` }).waitFor();
  }

  /** Finds an element by typing its name. */
  private async goTo(name: string): Promise<void> {
    await this.page.keyboard.press('Control+f');
    await this.page.getByRole('dialog').waitFor();
    await this.page.keyboard.type(name);
    await this.page
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  card(name: string) {
    return this.page.getByRole('option', { name: new RegExp(`^[A-Z][A-Za-z-]+: ${name}`) });
  }

  /** Names of the cards of a type, as they are read out. */
  async cards(type: string): Promise<string[]> {
    return this.page
      .getByRole('option', { name: new RegExp(`^${type}`) })
      .evaluateAll((cards) => cards.map((card) => card.ariaLabel ?? ''));
  }

  connectors(): Promise<number> {
    return this.page.locator('[data-connector]').count();
  }

  /** What the Problems panel names; the checks run a moment after each edit. */
  async expectProblems(...expected: readonly RegExp[]): Promise<void> {
    const panel = await this.openPanel('Problems');
    if (expected.length === 0) await panel.getByText('No problems').waitFor();
    const problems = panel.getByRole('list', { name: 'Problems' }).getByRole('listitem');
    await expect.poll(() => problems.allInnerTexts()).toEqual(expected.map((words) => expect.stringMatching(words)));
  }

  /** The button of an open panel would close it. */
  private async openPanel(name: string): Promise<Locator> {
    const panel = this.page.getByRole('region', { name, exact: true });
    if ((await panel.count()) === 0) {
      await this.hand.press(this.page.getByRole('button', { name: new RegExp(`^${name}`) }));
    }
    await panel.waitFor();
    return panel;
  }

  /** The target time of the selected element, seconds. */
  async setTarget(seconds: number): Promise<void> {
    await this.hand.press(this.page.getByRole('tab', { name: 'Settings' }));
    const field = this.page.getByRole('textbox', { name: /^Target time/ });
    await this.hand.write(field, String(seconds));
    await field.press('Tab');
  }

  /** Plays it in the preview up to its last page. */
  async preview(answer: string, then: string): Promise<void> {
    await this.hand.press(this.page.getByRole('button', { name: 'Preview', exact: true }).last());
    const player = this.page.locator('waymark-player');
    await this.hand.press(player.getByRole('button', { name: new RegExp(answer) }));
    await player.locator('.read-aloud').getByText(then).waitFor();
  }

  /** Publishes to an account; the number of the new version. */
  async publish(account: string, note: string, answers?: string): Promise<number> {
    await this.hand.press(this.page.getByRole('button', { name: 'Publish', exact: true }));
    const dialog = this.page.getByRole('dialog', { name: 'Publish a version' });
    await this.hand.choose(dialog.getByRole('button', { name: /Account/ }), account);
    await this.hand.write(dialog.getByRole('textbox', { name: /Note/ }), note);
    if (answers !== undefined) await this.check(dialog.getByRole('checkbox', { name: answers }));
    await this.hand.press(dialog.getByRole('button', { name: 'Publish as draft' }));
    const done = this.page.getByRole('dialog', { name: /Version \d+ is published/ });
    await done.waitFor();
    const title = await done.getByRole('heading').innerText();
    await this.hand.press(done.getByRole('button', { name: 'Go on editing' }));
    return Number(/\d+/.exec(title)?.[0]);
  }

  private async check(box: Locator): Promise<void> {
    await box.waitFor();
    await box.focus();
    await this.page.keyboard.press('Space');
  }

  /** Waits until others, or reports, are heard to say this about the elements. */
  async expectTalk(words: string): Promise<void> {
    const panel = await this.openPanel('Comments');
    const list = panel.getByRole('list', { name: 'Change requests and comments' });
    await list.getByText(words).first().waitFor();
  }
}
