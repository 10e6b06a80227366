/** Every page of the portal that has an address of its own, by the name of its screenshots. */
export const PAGES = {
  home: '',
  models: 'models',
  model: 'models/gpt-4o-mini',
  subscriptions: 'subscriptions',
  'subscriptions-new': 'subscriptions/new?model=gpt-4o-mini',
  keys: 'keys',
  'keys-new': 'keys/new',
  usage: 'usage',
  inbox: 'inbox',
};

export const ADMIN_PAGES = {
  approvals: 'admin/approvals',
  users: 'admin/users',
  budgets: 'admin/budgets',
  conflicts: 'admin/conflicts',
  ledger: 'admin/ledger',
  health: 'admin/health',
};
