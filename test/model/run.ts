import type { Command } from '#contract/command.ts';
import type { EffectResult } from '#contract/effect.ts';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { type Accepted, accept } from './accept.ts';
import { press, pressed } from './press.ts';
import { Refused, refuse } from './refused.ts';
import { resumed } from './resumed.ts';
import { ModelSession, type Spent } from './session.ts';
import { copy, type Passed } from './world.ts';

/** The commands that a session takes. */
export class ModelRun extends ModelSession {
  start(): undefined {
    const start = this.top.interaction.start;
    if (start === undefined) throw new Refused('start.no-start');
    const values = copy(this.frame('').values);
    this.tell({ kind: 'session-started', at: this.now, start, variables: values });
    this.inStep(() => this.come(start));
  }

  /** Does what is asked: `done`, or the code of the refusal, after which nothing has changed. */
  send(command: Command, now: number): string {
    const kept = copy({
      told: this.told,
      world: this.world,
      turnedDown: this.turnedDown,
      open: this.open,
      trail: this.trail,
      ahead: this.ahead,
      asked: this.asked,
      notes: this.notes,
      at: this.at,
      status: this.status,
    });
    this.now = now;
    try {
      this.#command(command);
      return 'done';
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      Object.assign(this, kept);
      return refused.code;
    }
  }

  #command(command: Command): undefined {
    const isOver = this.status === 'ended' || this.status === 'failed';
    if (isOver && !(command.kind === 'resume' && this.outcome === 'timed-out')) throw new Refused('session.over');
    switch (command.kind) {
      case 'answer':
        this.#mayLeave();
        return this.#answer(command.value, command);
      case 'forward':
        return this.#forward(command.all === true, command);
      case 'back':
        return this.#back(command.to, command);
      case 'jump':
        return this.#jumpTo(command.to, command);
      case 'return': {
        this.#mustWait();
        const to = this.world.returns.at(-1);
        if (to === undefined) throw new Refused('return.nowhere');
        return this.inStep(() => {
          this.world.returns.pop();
          this.moveTo(to, 'jump', command, () => this.tell({ kind: 'returned', at: this.now, to }));
        });
      }
      case 'act':
        this.#mayLeave();
        return this.inStep(() => press(this, command.button, refuse));
      case 'skip':
        return this.#skip(command);
      case 'effect-result':
        return this.#result(command.effect, command.result, command);
      case 'language':
        if (!this.top.interaction.languages.includes(command.language)) throw new Refused('language.not-offered');
        if (command.language === this.language) return;
        this.language = command.language;
        return this.tell({ kind: 'language-changed', at: this.now, language: command.language });
      case 'note':
        return this.#note(command.text);
      case 'transfer':
        return this.#transfer(command);
      case 'pause':
        this.#mustWait();
        return this.pause();
      case 'resume':
        return this.#resume();
      case 'quit':
        return this.#end('quit', 'quit', command);
      case 'expire':
        return this.#end('expired', 'timed-out', command);
    }
  }

  #mustWait(): undefined {
    if (this.status !== 'waiting') throw new Refused('session.not-waiting');
  }

  #mayLeave(): undefined {
    this.#mustWait();
    if (this.asked.some(({ holds }) => holds)) throw new Refused('session.busy');
  }

  #answer(value: Json | undefined, spent: Spent): undefined {
    let taken: Accepted | undefined;
    this.inStep(() => {
      taken = accept(this, value);
      if (!taken.ok) throw new Refused('answer.refused');
      if (taken.asksOutside && value !== undefined) {
        this.problems = [];
        this.ask('call', { answer: value });
      } else this.leaveWith(taken, spent);
    });
  }

  #forward(all: boolean, spent: Spent): undefined {
    this.#mayLeave();
    for (let first = true; ; first = false) {
      const lies = this.ahead.some(({ path }) => path === this.at);
      if (!lies || this.asked.some(({ holds }) => holds) || this.status !== 'waiting') {
        if (first) throw new Refused('forward.nothing-ahead');
        return;
      }
      try {
        this.#answer(this.earlier, first ? spent : {});
      } catch (refused) {
        if (first || !(refused instanceof Refused)) throw refused;
        return;
      }
      if (!all) return;
    }
  }

  #back(to: number | undefined, spent: Spent): undefined {
    this.#mustWait();
    const pages = this.trail.slice(0, -1).filter(({ isPage }) => isPage);
    const page = to === undefined ? pages.at(-1) : pages.find(({ n }) => n === to);
    if (!page) throw new Refused(to === undefined ? 'back.nothing-before' : 'back.not-on-path');
    this.inStep(() => this.#backTo(page, 'back', spent));
  }

  #backTo(page: Passed, exit: string, spent: Spent): undefined {
    const cut = this.trail.slice(0, -1).filter(({ n }) => n >= page.n);
    // Of a page that was passed its answer is shown, and not one that was turned down later.
    for (const { path } of cut) delete this.turnedDown[path];
    this.trail = this.trail.filter(({ n }) => n < page.n);
    this.ahead = [
      ...cut.map(({ path, answer }) => ({ path, ...(answer === undefined ? {} : { answer }) })),
      ...this.ahead,
    ];
    const putBack = () => {
      this.world = copy(page.before);
      this.tell({ kind: 'went-back', at: this.now, to: page.n });
    };
    this.moveTo(page.path, exit, spent, putBack, page.before);
  }

  #jumpTo(to: string, spent: Spent): undefined {
    this.#mustWait();
    const passed = this.trail.slice(0, -1).findLast(({ path, isPage }) => path === to && isPage);
    if (passed) return this.inStep(() => this.#backTo(passed, 'back', spent));
    if (!this.top.entryPoints.includes(to)) throw new Refused('jump.not-allowed');
    this.inStep(() => this.jump(to, { from: this.at }, spent));
  }

  #skip(spent: Spent): undefined {
    this.#mustWait();
    const asked = this.asked.find(({ holds }) => holds);
    if (!asked) throw new Refused('effect.not-awaited');
    const element = this.element;
    if (element.type === 'wait' && element.skippable !== true) throw new Refused('effect.not-skippable');
    this.#result(asked.id, { status: 'skipped' }, spent);
  }

  #result(effect: string, result: EffectResult, spent: Spent): undefined {
    const asked = this.asked.find(({ id }) => id === effect);
    if (!asked) throw new Refused('effect.not-awaited');
    this.asked = this.asked.filter(({ id }) => id !== effect);
    this.tell({
      kind: 'effect-finished',
      n: this.visit.n,
      element: this.at,
      at: this.now,
      effect,
      status: result.status,
      ...(result.status === 'failed' ? { code: result.code } : {}),
      ...('http' in result && result.http !== undefined ? { http: result.http } : {}),
    });
    this.inStep(() =>
      asked.button === undefined ? resumed(this, result, asked, spent) : pressed(this, asked.button, result),
    );
  }

  #note(text: string): undefined {
    const words = text.trim();
    if (words === '') throw new Refused('note.empty');
    if (words.length > LIMITS.longText) throw new Refused('note.too-long');
    const { n, path } = this.visit;
    this.notes.push({ n, element: path, text: words, at: this.now });
    this.tell({ kind: 'note-added', n, element: path, at: this.now, text: words });
  }

  #unpause(): undefined {
    const since = this.pausedAt;
    if (since === undefined) return;
    for (const visit of this.open) visit.pausedFor += Math.max(0, this.now - Math.max(since, visit.enteredAt));
    this.pausedAt = undefined;
  }

  #resume(): undefined {
    if (this.status === 'waiting') throw new Refused('session.not-paused');
    this.tell({ kind: 'resumed', at: this.now });
    const wasOver = this.status !== 'paused';
    this.status = 'waiting';
    this.#unpause();
    if (!wasOver) return;
    this.outcome = undefined;
    this.inStep(() => this.comeAgain(this.at));
  }

  #transfer({ to, note = '', ...spent }: Extract<Command, { kind: 'transfer' }>): undefined {
    this.#mayLeave();
    const { user, team, number } = to;
    if (![user, team, number].some((each) => each !== undefined && each.trim() !== ''))
      throw new Refused('transfer.nobody');
    const { n, path } = this.visit;
    const words = note.trim();
    this.inStep(() => {
      this.tell({ kind: 'transferred', at: this.now, element: path });
      if (words !== '') this.notes.push({ n, element: path, text: words, at: this.now });
      if (number === undefined) {
        // Whoever takes over finds the page as it is, and has not passed it.
        this.left('transferred', path, {}, spent);
        this.comeAgain(path);
        this.pause();
        return;
      }
      this.leftAll('transferred', null, spent);
      this.status = 'ended';
      this.outcome = 'transferred';
      this.tell({ kind: 'ended', at: this.now, element: path, outcome: 'transferred' });
    });
  }

  #end(exit: string, outcome: string, spent: Spent): undefined {
    const path = this.at;
    this.leftAll(exit, null, spent);
    this.pausedAt = undefined;
    this.status = 'ended';
    this.outcome = outcome;
    this.tell({ kind: 'ended', at: this.now, element: path, outcome });
  }
}
