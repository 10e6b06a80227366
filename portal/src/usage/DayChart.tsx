import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale';
import { compare, isZero, perMille } from '../money/decimal';
import { formatMoney } from '../money/Money';
import { daysBetween } from '../time/days';
import { formatDay } from '../time/Moment';
import type { Period } from './period';
import type { UsageRow } from './usage';

const HEIGHT = 1000;
const STEP = 100;
const GAP = 22;
const LEAST_SHOWN = 8;

function heightOf(amount: string, highest: string): number {
  return isZero(highest) ? LEAST_SHOWN : Math.max(perMille(amount, highest), LEAST_SHOWN);
}

/** What each day cost, as bars. The table below it says the same in numbers. */
export default function DayChart({ rows, period }: { rows: UsageRow[]; period: Period }) {
  const locale = useLocale();
  const { t } = useTranslation();
  const days = daysBetween(period.from, period.to);
  const costs = new Map(rows.map((row) => [row.day, row.sum.cost]));
  const highest = rows
    .map((row) => row.sum.cost)
    .reduce((most, cost) => (compare(cost.amount, most.amount) > 0 ? cost : most));
  const middle = days[Math.floor(days.length / 2)] ?? period.from;
  const short = (day: string) => formatDay(day, locale, { day: 'numeric', month: 'short' });
  return (
    <figure className="lm-chart">
      <span className="lm-chart__most lm-quiet" aria-hidden>
        {formatMoney(highest, locale)}
      </span>
      <svg
        viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('usage.chart', {
          from: short(period.from),
          to: short(period.to),
          most: formatMoney(highest, locale),
        })}
      >
        {days.map((day, index) => {
          const cost = costs.get(day);
          const height = cost ? heightOf(cost.amount, highest.amount) : 0;
          return (
            <rect
              key={day}
              className="lm-chart__bar"
              x={index * STEP + GAP / 2}
              width={STEP - GAP}
              y={HEIGHT - height}
              height={height}
            >
              {cost && <title>{`${formatDay(day, locale)}: ${formatMoney(cost, locale)}`}</title>}
            </rect>
          );
        })}
      </svg>
      <figcaption className="lm-chart__days lm-quiet" aria-hidden>
        <span>{short(period.from)}</span>
        {days.length > 2 && <span>{short(middle)}</span>}
        {days.length > 1 && <span>{short(period.to)}</span>}
      </figcaption>
    </figure>
  );
}
