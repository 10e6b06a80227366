import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { problem, serve, type Reply } from '../test/answers';
import { BUDGET, page } from '../test/samples';
import { ALICE, show } from '../test/show';
import { Component as BudgetsPage } from './BudgetsPage';

const ADMIN = { ...ALICE, roles: ['user', 'admin'] as (typeof ALICE)['roles'] };
const PEOPLE = { '/users/list': page({ ...ALICE, createdAt: '2026-11-20T10:00:00Z' }) };

async function setBudget(amount: string, reply: Reply) {
  const user = userEvent.setup();
  const seen = serve({ ...PEOPLE, '/budgets/list': page(), '/budgets/set': reply });
  show(BudgetsPage, { me: ADMIN });
  await user.click(await screen.findByRole('button', { name: 'Set a budget' }));
  const form = within(screen.getByRole('dialog'));
  await form.findByRole('option', { name: 'Alice Example' });
  await user.selectOptions(form.getByRole('combobox', { name: /For/ }), 'Alice Example');
  await user.type(form.getByRole('textbox', { name: /Amount/ }), amount);
  return { user, form, sent: () => seen.find((request) => request.url.endsWith('/budgets/set')) };
}

describe('budgets', () => {
  it('are set with the decimal that was typed', async () => {
    const { user, form, sent } = await setBudget('0.10000000000000000000001', BUDGET);
    await user.click(form.getByRole('button', { name: 'Save' }));

    expect(await screen.findByText('The budget is set.')).toBeInTheDocument();
    expect(await sent()?.json()).toMatchObject({
      scope: 'user',
      scopeId: ALICE.id,
      amount: { amount: '0.10000000000000000000001', currency: 'USD' },
      thresholds: [80, 100],
    });
  });

  it('are not set with what is no amount', async () => {
    const { form } = await setBudget('1e5', BUDGET);

    expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('say that there is one already', async () => {
    const { user, form } = await setBudget('5', problem('budgets.exists', 409));
    await user.click(form.getByRole('button', { name: 'Save' }));

    expect(await form.findByText(/There is such a budget already/)).toBeInTheDocument();
    expect(form.getByText(/Change that one/)).toBeInTheDocument();
  });

  it('are removed by the version that was seen', async () => {
    const user = userEvent.setup();
    const seen = serve({
      ...PEOPLE,
      '/budgets/list': page(BUDGET),
      '/budgets/remove': new Response(null, { status: 204 }),
    });
    show(BudgetsPage, { me: ADMIN });
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));

    expect(await screen.findByText('The budget is removed.')).toBeInTheDocument();
    const sent = seen.find((request) => request.url.endsWith('/budgets/remove'));
    expect(await sent?.json()).toEqual({ id: BUDGET.id, version: 1 });
  });

  it('have nothing to press for who only reads', async () => {
    serve({ ...PEOPLE, '/budgets/list': page(BUDGET) });
    show(BudgetsPage, { me: { ...ALICE, roles: ['user', 'admin-readonly'] } });

    expect(await screen.findByText('Stops its keys')).toBeInTheDocument();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
