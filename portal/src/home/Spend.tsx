import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BudgetBar } from '../budgets/BudgetBar';
import { useBudgets } from '../budgets/budgets';
import { Loaded } from '../elements/Loaded';
import { Panel } from '../elements/Panel';
import { Money } from '../money/Money';
import { useMe } from '../signin/me';
import { useUsage } from '../usage/usage';
import { CompleteUntil } from '../usage/CompleteUntil';
import { thisMonth } from '../usage/period';

/** What was spent in this month, and against which budgets. */
export function Spend() {
  const { t } = useTranslation();
  const me = useMe();
  const usage = useUsage('day', thisMonth(new Date()));
  const budgets = useBudgets();
  return (
    <Panel title={t('home.spend')} action={<Link to="/usage">{t('home.allUsage')}</Link>}>
      <Loaded query={usage} lines={1}>
        {({ total, completeUntil }) => (
          <>
            <p className="lm-figure">
              <Money value={total.cost} />
            </p>
            <p className="lm-quiet">
              {t('home.requests', { count: total.requests })} · <CompleteUntil iso={completeUntil} />
            </p>
          </>
        )}
      </Loaded>
      <Loaded query={budgets} lines={1}>
        {(all) => {
          const mine = all.filter((budget) => budget.ownerId === me.id);
          if (mine.length === 0) return <p className="lm-quiet">{t('home.noBudget')}</p>;
          return mine.map((budget) => (
            <div key={budget.id}>
              <p className="lm-strong">{budget.scope === 'user' ? t('home.everything') : budget.name}</p>
              <BudgetBar budget={budget} />
            </div>
          ));
        }}
      </Loaded>
    </Panel>
  );
}
