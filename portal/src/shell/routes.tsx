import { createBrowserRouter, type RouteObject } from 'react-router';
import { Blank } from './Blank';
import type { Crumb } from './crumbs';
import { NotFound } from './NotFound';
import { RouteFault } from './RouteFault';
import { Shell } from './Shell';

interface Page {
  path: string;
  crumbs: Crumb[];
  lazy: NonNullable<RouteObject['lazy']>;
}

const HOME: Crumb = { text: 'nav.home', to: '/' };
const MODELS: Crumb = { text: 'nav.models', to: '/models' };
const SUBSCRIPTIONS: Crumb = { text: 'nav.subscriptions', to: '/subscriptions' };
const KEYS: Crumb = { text: 'nav.keys', to: '/keys' };
const ADMIN: Crumb = { text: 'nav.admin' };

/** Each page is loaded when it is gone to. */
const PAGES: Page[] = [
  { path: '/', crumbs: [HOME], lazy: () => import('../home/HomePage') },
  { path: '/models', crumbs: [MODELS], lazy: () => import('../models/ModelsPage') },
  { path: '/models/:name', crumbs: [MODELS, { param: 'name' }], lazy: () => import('../models/ModelPage') },
  { path: '/subscriptions', crumbs: [SUBSCRIPTIONS], lazy: () => import('../subscriptions/SubscriptionsPage') },
  {
    path: '/subscriptions/new',
    crumbs: [SUBSCRIPTIONS, { text: 'subscriptions.request' }],
    lazy: () => import('../subscriptions/RequestPage'),
  },
  { path: '/keys', crumbs: [KEYS], lazy: () => import('../keys/KeysPage') },
  { path: '/keys/new', crumbs: [KEYS, { text: 'keys.issue' }], lazy: () => import('../keys/IssuePage') },
  { path: '/keys/:id', crumbs: [KEYS, { text: 'keys.one' }], lazy: () => import('../keys/KeyPage') },
  { path: '/usage', crumbs: [{ text: 'nav.usage' }], lazy: () => import('../usage/UsagePage') },
  { path: '/inbox', crumbs: [{ text: 'nav.inbox' }], lazy: () => import('../inbox/InboxPage') },
  {
    path: '/admin/approvals',
    crumbs: [ADMIN, { text: 'nav.approvals' }],
    lazy: () => import('../admin/ApprovalsPage'),
  },
  { path: '/admin/users', crumbs: [ADMIN, { text: 'nav.users' }], lazy: () => import('../admin/UsersPage') },
  { path: '/admin/budgets', crumbs: [ADMIN, { text: 'nav.budgets' }], lazy: () => import('../admin/BudgetsPage') },
  {
    path: '/admin/conflicts',
    crumbs: [ADMIN, { text: 'nav.conflicts' }],
    lazy: () => import('../admin/ConflictsPage'),
  },
  { path: '/admin/ledger', crumbs: [ADMIN, { text: 'nav.ledger' }], lazy: () => import('../admin/LedgerPage') },
  { path: '/admin/health', crumbs: [ADMIN, { text: 'nav.health' }], lazy: () => import('../admin/HealthPage') },
];

export const router = createBrowserRouter(
  [
    {
      path: '/sign-in',
      lazy: () => import('../signin/SignInPage'),
      handle: [{ text: 'signIn.title' }],
      errorElement: <RouteFault />,
      hydrateFallbackElement: <Blank />,
    },
    {
      path: '/problems/:code',
      lazy: () => import('../problems/ProblemPage'),
      errorElement: <RouteFault />,
      hydrateFallbackElement: <Blank />,
    },
    {
      element: <Shell />,
      errorElement: <RouteFault />,
      hydrateFallbackElement: <Blank />,
      children: [
        ...PAGES.map(({ path, crumbs, lazy }) => ({
          path,
          lazy,
          handle: crumbs,
          errorElement: <RouteFault />,
          // the router draws nothing below the last route with such an element while a script is missing, even when
          // it never comes: without one here, the boundary would not be seen
          hydrateFallbackElement: <></>,
        })),
        { path: '*', handle: [{ text: 'notFound.title' }], element: <NotFound /> },
      ],
    },
  ],
  { basename: '/app' },
);
