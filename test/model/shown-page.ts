import type { Page } from '#contract/page.ts';
import type { Json } from '#prelude/json.ts';
import { offers } from './offers.ts';
import type { ModelSession } from './session.ts';
import { written } from './written.ts';

/** What both interpreters must agree on of a page. Formatted texts and the words of dates are tested elsewhere. */
export function pageTold(page: Page | null): Json {
  if (!page) return null;
  const { part, wait, buttons = [], trail, ahead = 0, returns, problems = [], notes } = page;
  return {
    n: page.n,
    element: page.element,
    type: page.type,
    name: page.name,
    language: page.language,
    enteredAt: page.enteredAt,
    startedAt: page.startedAt,
    fields: part.fields.map(({ name, kind, label, required, options = [], value = null, secret = false }) => ({
      name,
      kind,
      required,
      secret,
      value,
      label: kind === 'acknowledge' ? '' : label,
      options: options.map(({ value: each, label: words, element = null }) => ({ value: each, label: words, element })),
    })),
    wait: wait
      ? {
          effect: wait.effect,
          kind: wait.kind,
          since: wait.since,
          until: wait.until ?? null,
          skippable: wait.skippable,
        }
      : null,
    buttons: buttons.map(({ id, busy = false }) => ({ id, busy })),
    trail: trail.map(({ n, element, answer = '' }) => ({ n, element, answer: withoutDates(answer) })),
    entryPoints: page.entryPoints.map(({ element }) => element),
    languages: page.languages,
    ahead,
    returns: returns?.element ?? null,
    problems: problems.map(({ code }) => code),
    notes: notes.map(({ n, element, text, at }) => ({ n, element, text, at })),
  };
}

/** Dates are written by the locale, which only one of the two knows. */
function withoutDates(words: string): string {
  return /\b2026\b/.test(words) ? 'a date' : words;
}

/** The page that the second interpreter shows. */
export function modelPage(session: ModelSession): Json {
  if (session.status === 'ended' || session.status === 'failed') return null;
  const { element, visit, at } = session;
  const held = session.asked.find(({ holds }) => holds);
  const lies = session.ahead.some(({ path }) => path === at);
  const skippable = element.type !== 'wait' || element.skippable === true;
  return {
    n: visit.n,
    element: at,
    type: element.type,
    name: element.name,
    language: session.language,
    enteredAt: visit.enteredAt,
    startedAt: session.startedAt,
    fields: fields(session),
    wait: held ? { effect: held.id, kind: held.kind, since: held.since, until: held.until ?? null, skippable } : null,
    buttons: (element.buttons ?? []).map(({ id }) => ({ id, busy: session.asked.some(({ button }) => button === id) })),
    trail: session.trail
      .slice(0, -1)
      .filter(({ isPage }) => isPage)
      .map(({ n, path, shown = '' }) => ({ n, element: path, answer: withoutDates(shown) })),
    entryPoints: [...session.top.entryPoints],
    languages: [...session.top.interaction.languages],
    ahead: lies ? session.ahead.filter(({ path }) => session.isPage(path)).length : 0,
    returns: session.world.returns.at(-1) ?? null,
    problems: [...session.problems],
    notes: session.notes,
  };
}

function fields(session: ModelSession): Json {
  const { element, earlier = null } = session;
  if (element.type === 'statement') {
    if (element.mustRead !== true) return [];
    const value = earlier === true ? true : null;
    return [{ name: 'read', kind: 'acknowledge', required: true, secret: false, value, label: '', options: [] }];
  }
  if (element.type !== 'question') return [];
  const { answer } = element;
  const offered = offers(session, answer, true);
  const mustAnswer = answer.required !== false || answer.kind === 'yes-no';
  return [
    {
      name: 'answer',
      kind: answer.kind,
      required: mustAnswer && !(answer.list && offered.length === 0),
      secret: answer.kind === 'secret' || session.chart.isSecret(answer.variable),
      value: answer.kind === 'secret' ? null : earlier,
      label: written(session, element.text),
      options: offered.map(({ value, label, id = null }) => ({ value, label, element: id })),
    },
  ];
}
