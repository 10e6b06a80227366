import { screen, waitFor } from '@testing-library/react';
import type { ComponentType } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { Component as ApprovalsPage } from '../admin/ApprovalsPage';
import { Component as BudgetsPage } from '../admin/BudgetsPage';
import { Component as ConflictsPage } from '../admin/ConflictsPage';
import { Component as UsersPage } from '../admin/UsersPage';
import { Component as HomePage } from '../home/HomePage';
import { Component as InboxPage } from '../inbox/InboxPage';
import { Component as KeysPage } from '../keys/KeysPage';
import { Component as ModelPage } from '../models/ModelPage';
import { Component as ModelsPage } from '../models/ModelsPage';
import { PersonMenu } from '../shell/PersonMenu';
import { Component as SubscriptionsPage } from '../subscriptions/SubscriptionsPage';
import { Component as UsagePage } from '../usage/UsagePage';
import { serve } from './answers';
import { BUDGET, KEY, MODEL, page, SUBSCRIPTION, usage } from './samples';
import { ALICE, show } from './show';

const NAME = '<img src=x onerror=alert(1)>';
const AT = '2026-11-24T10:00:00Z';
const HOSTILE = {
  ...ALICE,
  username: NAME,
  fullName: NAME,
  groups: [NAME],
  roles: ['user', 'admin'] as (typeof ALICE)['roles'],
  createdAt: AT,
};
const COST = { amount: '1', currency: 'USD' };
const MESSAGE = { id: 'm', kind: 'budget_crossed', title: NAME, text: `Look: ${NAME}`, createdAt: AT };
const SUM = { cost: COST, requests: 1, failedRequests: 0, promptTokens: 1, completionTokens: 1 };
const HOSTILE_MODEL = { ...MODEL, name: NAME, provider: NAME, description: NAME };

const ANSWERS = {
  '/auth/me': HOSTILE,
  '/users/list': page(HOSTILE),
  '/inbox/list': page(MESSAGE),
  '/models/list': page(HOSTILE_MODEL),
  '/models/get': HOSTILE_MODEL,
  '/keys/list': page({ ...KEY, name: NAME, models: [NAME], expiresAt: AT }),
  '/keys/conflicts': page({ id: 'c', kind: 'unknown_key', object: NAME, detail: { alias: NAME }, foundAt: AT }),
  '/subscriptions/list': page({ ...SUBSCRIPTION, ownerId: HOSTILE.id, name: NAME, models: [NAME], reason: NAME }),
  '/budgets/list': page({ ...BUDGET, ownerId: HOSTILE.id, name: NAME }),
  '/usage': usage([{ model: NAME, sum: SUM }], SUM),
};

const PAGES: Record<string, ComponentType> = {
  'the menu of a person': () => <PersonMenu me={HOSTILE} />,
  users: UsersPage,
  approvals: ApprovalsPage,
  budgets: BudgetsPage,
  conflicts: ConflictsPage,
  home: HomePage,
  inbox: InboxPage,
  models: ModelsPage,
  subscriptions: SubscriptionsPage,
  keys: KeysPage,
  usage: UsagePage,
};

afterEach(() => expect(document.querySelector('img[src=x]')).toBeNull());

describe('a name that would be markup is text', () => {
  it.each(Object.entries(PAGES))('in %s', async (_name, Page) => {
    serve(ANSWERS);
    show(Page, { me: HOSTILE });

    expect((await screen.findAllByText((text) => text.includes(NAME))).length).toBeGreaterThan(0);
  });

  it('in the page of a model', async () => {
    serve(ANSWERS);
    show(ModelPage, { path: '/models/:name', at: `/models/${encodeURIComponent(NAME)}`, me: HOSTILE });

    expect(await screen.findByRole('heading', { level: 1, name: NAME })).toBeInTheDocument();
    await waitFor(() => expect(screen.getAllByText(NAME).length).toBeGreaterThan(2));
  });
});
