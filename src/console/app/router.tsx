import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import * as z from 'zod';
import { CHANGE_REQUEST_STATUSES } from '#api/change-requests.ts';
import { VERSION_STATUSES } from '#api/interactions.ts';
import { signInRoutes } from '#api/sign-in.ts';
import { failedWith } from '#ui/http/failure-words.ts';
import { sectionsFor } from '#ui/shell/sections.ts';
import { reading } from '../data/reading.ts';
import { reportSearch } from '../reports/search.ts';
import { ADMINISTRATION_TABS, INTERACTION_TABS } from './addresses.ts';
import { chosenAccount, rememberAccount } from './chosen-account.ts';
import { CannotStart, NoAccount, NotFound } from './dead-ends.tsx';
import { Frame, shellAbilities } from './frame.tsx';
import { RouteLinks } from './route-links.tsx';
import { consoleSearch, filter, parseSearch, writeSearch } from './search.ts';
import { SignInPage } from './sign-in-page.tsx';

// A redirect is thrown, which is how the router takes it; the linter allows that one type by its name.

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: () => (
    <RouteLinks>
      <Outlet />
    </RouteLinks>
  ),
  notFoundComponent: NotFound,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/console' });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ to: filter(z.string()) }),
  component: function SignIn() {
    return <SignInPage to={signIn.useSearch().to} />;
  },
});

/** Everything but signing in: who is signed in and which account is meant is known before a page is drawn. */
const frame = createRoute({
  getParentRoute: () => root,
  path: '/console',
  validateSearch: consoleSearch,
  search: { middlewares: [retainSearchParams(['account'])] },
  beforeLoad: async ({ context, search, location }) => {
    const me = await context.queries
      .ensureQueryData({ ...reading(signInRoutes.me, {}), staleTime: Number.POSITIVE_INFINITY })
      .catch((error: unknown) => {
        if (failedWith(error, 'sign-in.needed')) {
          throw redirect({ to: '/sign-in', search: { to: location.href } });
        }
        throw error;
      });
    const account = chosenAccount(me.accounts, search.account);
    if (!account) return { me, account: undefined };
    rememberAccount(account.id);
    if (search.account !== account.id) {
      throw redirect({ to: location.pathname, search: { ...location.search, account: account.id }, replace: true });
    }
    return { me, account };
  },
  errorComponent: CannotStart,
  component: function Console() {
    const { me, account } = frame.useRouteContext();
    if (!account) return <NoAccount name={me.user.name} />;
    return <Frame who={{ user: me.user, account }} accounts={me.accounts} />;
  },
});

const start = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: ({ context: { account } }) => {
    const first = account && sectionsFor(shellAbilities(account.abilities)).find(({ id }) => id !== 'designer');
    // The desk is an application of its own.
    if (first) throw redirect({ href: first.href, reloadDocument: !first.href.startsWith('/console') });
  },
});

const interactions = createRoute({
  getParentRoute: () => frame,
  path: '/interactions',
  validateSearch: z.object({
    status: filter(z.enum(VERSION_STATUSES)),
    folder: filter(z.string()),
    text: filter(z.string()),
  }),
  component: lazyRouteComponent(() => import('../interactions/interactions-page.tsx'), 'InteractionsPage'),
});

const interactionHome = createRoute({
  getParentRoute: () => frame,
  path: '/interactions/$interaction',
  beforeLoad: ({ params, search }) => {
    throw redirect({
      to: '/console/interactions/$interaction/$tab',
      params: { ...params, tab: 'overview' },
      search,
      replace: true,
    });
  },
});

const interaction = createRoute({
  getParentRoute: () => frame,
  path: '/interactions/$interaction/$tab',
  params: {
    parse: (raw) => ({ interaction: raw.interaction, tab: z.enum(INTERACTION_TABS).catch('overview').parse(raw.tab) }),
    stringify: (params) => params,
  },
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('../interaction/interaction-page.tsx'), 'InteractionPage'),
});

const testRun = createRoute({
  getParentRoute: () => frame,
  path: '/interactions/$interaction/versions/$version/test',
  component: lazyRouteComponent(() => import('../test-run/test-run-page.tsx'), 'TestRunPage'),
});

const reports = createRoute({
  getParentRoute: () => frame,
  path: '/reports',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('../reports/account-reports-page.tsx'), 'AccountReportsPage'),
});

const session = createRoute({
  getParentRoute: () => frame,
  path: '/sessions/$session',
  validateSearch: z.object({ step: filter(z.coerce.number().int().min(0)) }),
  component: lazyRouteComponent(() => import('../sessions/session-page.tsx'), 'SessionPage'),
});

const changeRequests = createRoute({
  getParentRoute: () => frame,
  path: '/change-requests',
  validateSearch: z.object({ status: filter(z.enum(CHANGE_REQUEST_STATUSES)), mine: filter(z.literal('yes')) }),
  component: lazyRouteComponent(() => import('../change-requests/change-requests-page.tsx'), 'ChangeRequestsPage'),
});

const administrationHome = createRoute({
  getParentRoute: () => frame,
  path: '/administration',
  beforeLoad: ({ context: { account }, search }) => {
    const tab = account?.abilities.includes('users.read') ? 'people' : 'account';
    throw redirect({ to: '/console/administration/$tab', params: { tab }, search, replace: true });
  },
});

const administration = createRoute({
  getParentRoute: () => frame,
  path: '/administration/$tab',
  params: {
    parse: (raw) => ({ tab: z.enum(ADMINISTRATION_TABS).catch('people').parse(raw.tab) }),
    stringify: (params) => params,
  },
  component: lazyRouteComponent(() => import('../administration/administration-page.tsx'), 'AdministrationPage'),
});

const accountValue = createRoute({
  getParentRoute: () => frame,
  path: '/administration/values/$value',
  component: lazyRouteComponent(() => import('../values/value-page.tsx'), 'ValuePage'),
});

const connection = createRoute({
  getParentRoute: () => frame,
  path: '/administration/connections/$connection',
  component: lazyRouteComponent(() => import('../connections/connection-page.tsx'), 'ConnectionPage'),
});

const tree = root.addChildren([
  home,
  signIn,
  frame.addChildren([
    start,
    interactions,
    interactionHome,
    interaction,
    testRun,
    reports,
    session,
    changeRequests,
    administrationHome,
    administration,
    accountValue,
    connection,
  ]),
]);

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
