import { Label } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocale, useNumbers } from '../i18n/locale';
import { answerOf, api, type Schemas } from '../api/client';
import { Loaded } from '../elements/Loaded';
import { Panel } from '../elements/Panel';
import { isZero } from '../money/decimal';
import { Money } from '../money/Money';
import { seesAdmin, useMe } from '../signin/me';
import { formatDay, Moment } from '../time/Moment';
import { CompleteUntil } from '../usage/CompleteUntil';
import { AdminFrame } from './AdminFrame';
import { Discrepancies } from './Discrepancies';
import { Quarantine } from './Quarantine';

const COUNTS = ['both', 'pushedOnly', 'pulledOnly', 'quarantined', 'discrepancies', 'rejectedCalls'] as const;
const EVERY = 15_000;

type Day = Schemas['LedgerDay'];

export function Component() {
  const { t } = useTranslation();
  const enabled = seesAdmin(useMe());
  const days = useQuery({
    queryKey: ['ledger', 'days'],
    queryFn: () => answerOf(api.GET('/ledger/days')),
    refetchInterval: EVERY,
    enabled,
  });
  return (
    <AdminFrame title={t('ledger.title')} lead={t('ledger.lead')}>
      <div className="lm-stack">
        <Panel title={t('ledger.days')}>
          <Loaded query={days} lines={7}>
            {({ items, completeUntil, pulledUntil }) => (
              <>
                <p className="lm-quiet">
                  <CompleteUntil iso={completeUntil} />
                  {pulledUntil && (
                    <>
                      {' · '}
                      {t('ledger.pulledUntil')} <Moment iso={pulledUntil} />
                    </>
                  )}
                </p>
                <Days days={items} />
              </>
            )}
          </Loaded>
        </Panel>
        {enabled && <Quarantine />}
        {enabled && <Discrepancies />}
      </div>
    </AdminFrame>
  );
}

function Days({ days }: { days: Day[] }) {
  const locale = useLocale();
  const { t } = useTranslation();
  const number = useNumbers();
  return (
    <Table aria-label={t('ledger.days')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th>{t('ledger.day')}</Th>
          {COUNTS.map((name) => (
            <Th key={name} className="lm-right">
              {t(`ledger.${name}`)}
            </Th>
          ))}
          <Th className="lm-right">{t('ledger.check')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {days.map((day) => (
          <Tr key={day.day}>
            <Td dataLabel={t('ledger.day')}>{formatDay(day.day, locale)}</Td>
            {COUNTS.map((name) => (
              <Td key={name} dataLabel={t(`ledger.${name}`)} className="lm-right">
                {number.format(day[name])}
              </Td>
            ))}
            <Td dataLabel={t('ledger.check')} className="lm-right">
              <Check day={day} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Whether LiteLLM's own total of the day is ours. */
function Check({ day: { check } }: { day: Day }) {
  const { t } = useTranslation();
  if (!check) return <span className="lm-quiet">{t('ledger.unchecked')}</span>;
  if (isZero(check.drift.amount)) {
    return (
      <Label isCompact color="green">
        {t('ledger.agrees')}
      </Label>
    );
  }
  return (
    <span className="lm-state">
      <Label isCompact color="red">
        {t('ledger.drift')}
      </Label>
      <Money value={check.drift} />
    </span>
  );
}
