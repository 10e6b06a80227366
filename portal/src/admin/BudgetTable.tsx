import { Button, Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { BudgetBar } from '../budgets/BudgetBar';
import type { Budget } from '../budgets/budgets';
import { isAdmin, useMe } from '../signin/me';
import { useNames } from './people';

interface Props {
  budgets: Budget[];
  edit: (budget: Budget) => void;
  remove: (budget: Budget) => void;
}

export function BudgetTable({ budgets, edit, remove }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const nameOf = useNames(budgets.map((budget) => budget.ownerId));
  return (
    <Table aria-label={t('budgets.title')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th>{t('budgets.for')}</Th>
          <Th width={30}>{t('budgets.spent')}</Th>
          <Th>{t('budgets.mode')}</Th>
          <Th>{t('budgets.thresholds')}</Th>
          {isAdmin(me) && <Th screenReaderText={t('actions')} />}
        </Tr>
      </Thead>
      <Tbody>
        {budgets.map((budget) => (
          <Tr key={budget.id}>
            <Td dataLabel={t('budgets.for')}>
              <span className="lm-strong">{budget.scope === 'user' ? nameOf(budget.ownerId) : budget.name}</span>
              <div className="lm-quiet">
                {t(`budgets.scopes.${budget.scope}`)}
                {budget.scope !== 'user' && ` · ${nameOf(budget.ownerId)}`}
              </div>
            </Td>
            <Td dataLabel={t('budgets.spent')}>
              <BudgetBar budget={budget} isBrief />
            </Td>
            <Td dataLabel={t('budgets.mode')}>
              {budget.blocking ? (
                <Label isCompact color="red">
                  {t('budgets.stopping')}
                </Label>
              ) : (
                t(`budgets.modes.${budget.mode}`)
              )}
            </Td>
            <Td dataLabel={t('budgets.thresholds')} className="lm-number">
              {budget.thresholds.map((threshold) => t('budgets.percent', { threshold })).join(', ')}
            </Td>
            {isAdmin(me) && (
              <Td className="lm-actions">
                <Button variant="secondary" size="sm" onClick={() => edit(budget)}>
                  {t('budgets.change')}
                </Button>
                <Button variant="link" size="sm" isDanger onClick={() => remove(budget)}>
                  {t('budgets.remove')}
                </Button>
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
