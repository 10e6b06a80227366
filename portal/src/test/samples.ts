import type { Schemas } from '../api/client';
import { ALICE } from './show';

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

export const SUBSCRIPTION: Schemas['Subscription'] = {
  id: id(1),
  ownerId: ALICE.id,
  name: 'Chatbot',
  state: 'active',
  models: ['gpt-4o-mini', 'team-llama'],
  requestedAt: '2026-11-20T10:00:00Z',
  version: 1,
};

export const KEY: Schemas['VirtualKey'] = {
  id: id(2),
  ownerId: ALICE.id,
  subscriptionId: SUBSCRIPTION.id,
  name: 'Laptop',
  state: 'valid',
  models: ['gpt-4o-mini'],
  blocks: [],
  sync: 'synced',
  rpmLimit: 60,
};

export const ISSUED: Schemas['IssuedKey'] = {
  id: KEY.id,
  subscriptionId: SUBSCRIPTION.id,
  name: 'Laptop',
  models: ['gpt-4o-mini'],
  value: `sk-lm-${'a'.repeat(49)}`,
};

export const BUDGET: Schemas['Budget'] = {
  id: id(3),
  scope: 'key',
  scopeId: KEY.id,
  ownerId: ALICE.id,
  name: 'Laptop',
  amount: { amount: '10.00', currency: 'USD' },
  spent: { amount: '9.999', currency: 'USD' },
  period: 'month',
  zone: 'UTC',
  thresholds: [80, 100],
  mode: 'block',
  version: 1,
  periodStart: '2026-11-01T00:00:00Z',
  blocking: false,
  sweptAt: '2026-11-24T10:00:00Z',
};

export const MODEL: Schemas['Model'] = {
  name: 'gpt-4o-mini',
  mode: 'chat',
  provider: 'openai',
  inputCostPerToken: { amount: '0.00000015', currency: 'USD' },
  outputCostPerToken: { amount: '0.0000006', currency: 'USD' },
  maxInputTokens: 128000,
  supportsVision: true,
  supportsFunctionCalling: false,
  deployments: 1,
  restricted: false,
  seenAt: '2026-11-24T10:00:00Z',
  version: 1,
};

const NOTHING: Schemas['UsageSum'] = {
  cost: { amount: '0', currency: 'USD' },
  requests: 0,
  failedRequests: 0,
  promptTokens: 0,
  completionTokens: 0,
};

export function usage(rows: Schemas['UsageRow'][], total: Partial<Schemas['UsageSum']> = {}): Schemas['Usage'] {
  return {
    from: '2026-11-01T00:00:00Z',
    to: '2026-12-01T00:00:00Z',
    zone: 'UTC',
    by: 'model',
    driftDays: [],
    total: { ...NOTHING, ...total },
    rows,
    truncated: false,
  };
}

export const page = <T>(...items: T[]) => ({ items });
