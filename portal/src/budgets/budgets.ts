import { answerOf, api, type Schemas } from '../api/client';
import { pageOf, usePages } from '../api/pages';
import { perMille } from '../money/decimal';

export type Budget = Schemas['Budget'];

const EVERY = 10_000;

/** The caller's budgets; for admins, all. */
export function useBudgets() {
  return usePages(
    ['budgets'],
    (cursor) => answerOf(api.GET('/budgets/list', { params: { query: pageOf(cursor, 200) } })),
    { whileChanging: () => EVERY },
  );
}

/** Those that a key's calls count against. */
export function budgetsOf(budgets: Budget[], key: { id: string; subscriptionId: string; ownerId: string }): Budget[] {
  const scopes = { key: key.id, subscription: key.subscriptionId, user: key.ownerId };
  return budgets.filter((budget) => scopes[budget.scope] === budget.scopeId);
}

export function used(budget: Budget): number {
  return perMille(budget.spent.amount, budget.amount.amount);
}

/** The one that will be reached first, as far as one can tell. */
export function tightest(budgets: Budget[]): Budget | undefined {
  return [...budgets].sort((a, b) => used(b) - used(a))[0];
}
