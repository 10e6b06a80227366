import { dayOf, plusDays } from '../time/days';

/** Whole days, the first and the last included. */
export interface Period {
  from: string;
  to: string;
}

export const PERIODS = ['week', 'month', 'lastMonth', 'quarter', 'year'] as const;
export type PeriodName = (typeof PERIODS)[number];

export function thisMonth(now: Date): Period {
  return { from: dayOf(new Date(now.getFullYear(), now.getMonth(), 1)), to: dayOf(now) };
}

export function periodOf(name: PeriodName, now: Date): Period {
  const to = dayOf(now);
  switch (name) {
    case 'week':
      return { from: plusDays(to, -6), to };
    case 'month':
      return thisMonth(now);
    case 'lastMonth':
      return {
        from: dayOf(new Date(now.getFullYear(), now.getMonth() - 1, 1)),
        to: dayOf(new Date(now.getFullYear(), now.getMonth(), 0)),
      };
    case 'quarter':
      return { from: plusDays(to, -89), to };
    case 'year':
      return { from: plusDays(to, -364), to };
  }
}
