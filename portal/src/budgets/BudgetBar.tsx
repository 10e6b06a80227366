import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale';
import { Bar } from '../elements/Bar';
import { formatMoney, Money } from '../money/Money';
import { used, type Budget } from './budgets';

/** A budget as it stands: what is spent of what, for which period, and what happens at the end. */
export function BudgetBar({ budget, isBrief = false }: { budget: Budget; isBrief?: boolean }) {
  const locale = useLocale();
  const { t } = useTranslation();
  const text = t('budgets.spentOf', {
    spent: formatMoney(budget.spent, locale),
    amount: formatMoney(budget.amount, locale),
  });
  return (
    <div className="lm-budget">
      <div className="lm-budget__line">
        <span>
          <Money value={budget.spent} /> <span className="lm-quiet">{t('budgets.of')}</span>{' '}
          <Money value={budget.amount} />
        </span>
        <span className="lm-quiet">{t(`budgets.periods.${budget.period}`)}</span>
      </div>
      <Bar
        label={t('budgets.bar', { name: budget.name ?? t(`budgets.scopes.${budget.scope}`) })}
        perMille={used(budget)}
        text={text}
      />
      {!isBrief && (
        <p className="lm-quiet">{t(budget.blocking ? 'budgets.stopped' : `budgets.modes.${budget.mode}`)}</p>
      )}
    </div>
  );
}
