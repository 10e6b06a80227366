import { useTranslation } from 'react-i18next';
import { useNumbers } from '../i18n/locale';
import { Money } from '../money/Money';
import type { Sum } from './usage';

export function Totals({ total }: { total: Sum }) {
  const { t } = useTranslation();
  const number = useNumbers();
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
