import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BudgetBar } from '../budgets/BudgetBar';
import { budgetsOf, tightest, type Budget } from '../budgets/budgets';
import { Chips } from '../elements/Chips';
import { Terms } from '../subscriptions/Terms';
import { Moment } from '../time/Moment';
import type { VirtualKey } from './keys';
import { KeyState } from './KeyState';

export type LastUse = Map<string | undefined, string | undefined>;

interface Props {
  keys: VirtualKey[];
  budgets: Budget[];
  lastUse: LastUse | undefined;
}

export function KeyTable({ keys, budgets, lastUse }: Props) {
  const { t } = useTranslation();
  return (
    <Table aria-label={t('keys.title')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th width={20}>{t('keys.name')}</Th>
          <Th>{t('keys.state')}</Th>
          <Th>{t('keys.models')}</Th>
          <Th width={25}>{t('keys.budget')}</Th>
          <Th>{t('keys.lastUsed')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {keys.map((key) => {
          const budget = tightest(budgetsOf(budgets, key));
          return (
            <Tr key={key.id}>
              <Td dataLabel={t('keys.name')}>
                <Link to={`/keys/${key.id}`} className="lm-strong">
                  {key.name}
                </Link>
                <Terms of={key} />
              </Td>
              <Td dataLabel={t('keys.state')}>
                <KeyState of={key} />
              </Td>
              <Td dataLabel={t('keys.models')}>
                <Chips names={key.models} label={t('keys.models')} most={3} />
              </Td>
              <Td dataLabel={t('keys.budget')}>
                {budget ? (
                  <BudgetBar budget={budget} isBrief />
                ) : (
                  <span className="lm-quiet">{t('keys.noBudget')}</span>
                )}
              </Td>
              <Td dataLabel={t('keys.lastUsed')}>
                <LastUsed lastUse={lastUse} id={key.id} />
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}

export function LastUsed({ lastUse, id }: { lastUse: LastUse | undefined; id: string }) {
  const { t } = useTranslation();
  if (lastUse === undefined) return null;
  const last = lastUse.get(id);
  return last ? <Moment iso={last} /> : <span className="lm-quiet">{t('keys.neverUsed')}</span>;
}
