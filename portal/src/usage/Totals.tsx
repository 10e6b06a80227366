import { useTranslation } from 'react-i18next';
import { Money } from '../money/Money';
import type { Sum } from './usage';

export function Totals({ total }: { total: Sum }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <dl className="lm-totals">
      <div>
        <dt>{t('usage.cost')}</dt>
        <dd>
          <Money value={total.cost} />
        </dd>
      </div>
      {(['requests', 'failedRequests', 'promptTokens', 'completionTokens'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`usage.${name}`)}</dt>
          <dd className="lm-number">{number.format(total[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
