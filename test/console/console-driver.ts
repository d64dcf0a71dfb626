import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { commentRoutes } from '#api/comments.ts';
import { connectionRoutes } from '#api/connections.ts';
import { folderRoutes } from '#api/folders.ts';
import { interactionRoutes } from '#api/interactions.ts';
import type { SessionBody } from '#api/sessions.ts';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import type { VersionDetail } from '#api/versions.ts';
import { versionRoutes } from '#api/versions.ts';
import type { ConnectionKey, ElementId } from '#prelude/ids.ts';
import { builtPages, newContext, type PageOptions, watched } from '#test/browser/pages.ts';
import { type Account, type House, openHouse, type Person } from '#test/server/driver.ts';
import { answerReports } from './known-reports.ts';

const sample = (name: string) => readFileSync(`samples/${name}.interaction.json`, 'utf8');

/** The first test of a run also builds the pages and starts the browser; milliseconds. */
export const PATIENCE = 600_000;

/** Milliseconds that a page may take on a machine that is busy with other tests. */
export const SLOW = 180_000;

/** A server with an account in which people have worked: versions in every state, comments, sessions. */
export interface Office {
  readonly house: House;
  readonly account: Account;
  readonly administrator: Person;
  readonly designer: Person;
  readonly reviewer: Person;
  readonly fault: VersionDetail;
  readonly problem: VersionDetail;
  readonly card: VersionDetail;
  /** An account value that was changed once. */
  readonly notice: AccountValue;
  /** Three calls about a problem, to their end. */
  readonly sessions: readonly SessionBody[];
}

export async function openOffice(): Promise<Office> {
  const house = await openHouse({
    webFolder: await builtPages(),
    reports: true,
    environment: { WAYMARK_ALLOW_PRIVATE_CALLS: '1' },
  });
  const account = await house.account('Northwind Telecom', { timeZone: 'Europe/Madrid' });
  const { administrator } = account;
  const [designer, reviewer, agent] = [
    await account.person('designer'),
    await account.person('reviewer'),
    await account.person('agent'),
  ];
  const folder = await administrator.call(
    folderRoutes.create,
    { account: account.id },
    { body: { name: 'Broadband' } },
  );
  const notice = await keepNotice(administrator);
  await administrator.call(
    connectionRoutes.create,
    { account: account.id },
    {
      body: {
        key: 'crm' as ConnectionKey,
        name: 'Customer records',
        kind: 'http',
        live: {
          baseUrl: 'https://crm.northwind.example/api',
          headers: [{ name: 'X-Customer-System', value: 'desk' }],
          timeLimit: 5_000,
          retries: 1,
          authentication: { kind: 'bearer', secret: 'token of the records' },
        },
        test: null,
      },
    },
  );
  const fault = await designer.publish(sample('broadband-fault'), {
    note: 'First version, after the workshop with the fault desk.',
  });
  await administrator.approve(fault.interaction.id, 1);
  await administrator.call(
    interactionRoutes.change,
    { account: account.id, interaction: fault.interaction.id },
    { body: { folder: folder.id } },
  );
  const card = await designer.publish(sample('lost-card'), { note: 'Draft for the card desk.' });
  await designer.call(versionRoutes.submit, designer.of(card.interaction.id, 1), {
    body: { note: 'Please look at the blocking step.' },
  });
  const problem = await designer.publish(sample('problem-type'));
  await administrator.approve(problem.interaction.id, 1);
  const changed = sample('problem-type').replace('What type of problem do you have?', 'What can we help you with?');
  await designer.publish(changed, { note: 'Friendlier question.' });
  const sessions: SessionBody[] = [];
  for (const choice of ['billing', 'billing', 'technical']) {
    const asked = await agent.start(problem.interaction.id);
    sessions.push(await agent.answer(await agent.answer(asked, choice)));
  }
  await reviewer.call(
    commentRoutes.add,
    { account: account.id, interaction: problem.interaction.id },
    {
      body: {
        element: 'q_problem' as ElementId,
        version: 2,
        text: 'Could the choice “Other” be added? Callers ask for moving house.',
      },
    },
  );
  return { house, account, administrator, designer, reviewer, fault, problem, card, notice, sessions };
}

async function keepNotice(administrator: Person): Promise<AccountValue> {
  const { account } = administrator;
  const body = {
    key: 'outage_notice' as AccountValue['key'],
    label: 'Known-outage notice',
    description: 'Read out first while an outage is known.',
    type: 'text' as const,
    live: { en: 'All lines are up.', es: 'Todo funciona.' },
  };
  const { key } = await administrator.call(valueRoutes.create, { account }, { body });
  const live = { en: 'Lines are down in Ashford until six o’clock.', es: 'Sin servicio en Ashford hasta las seis.' };
  const why = 'Cable cut in Ashford';
  return administrator.call(valueRoutes.change, { account, value: key }, { body: { live, why } });
}

/** A page of the console as somebody sees it. Call it within a test. */
export async function openConsole(
  office: Office,
  who: Pick<Person, 'cookie'>,
  path: string,
  options: PageOptions & { /** `own`: those of the server itself. */ readonly reports?: 'known' | 'own' } = {},
): Promise<Page> {
  const page = await newPageOf(office, who, options);
  if (options.reports !== 'own') await answerReports(page);
  await page.goto(`${office.house.server.url}/console${path}`);
  return page;
}

/** A page of any of the applications as somebody sees it; the path says which. Call it within a test. */
export async function openAs(
  office: Office,
  who: Pick<Person, 'cookie'>,
  path: string,
  options: PageOptions = {},
): Promise<Page> {
  const page = await newPageOf(office, who, options);
  await page.goto(`${office.house.server.url}${path}`);
  return page;
}

async function newPageOf(office: Office, who: Pick<Person, 'cookie'>, options: PageOptions): Promise<Page> {
  const context = await newContext(options);
  const [name = '', value = ''] = (who.cookie ?? '').split('=');
  if (value) await context.addCookies([{ name, value, url: office.house.server.url }]);
  const page = watched(await context.newPage());
  // The machine that runs all tests at once may be slow.
  page.setDefaultTimeout(SLOW);
  return page;
}
