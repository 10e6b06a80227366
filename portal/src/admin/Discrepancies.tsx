import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale';
import { answerOf, api } from '../api/client';
import { pageOf, usePages } from '../api/pages';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { Panel } from '../elements/Panel';
import { Money } from '../money/Money';
import { formatDay, Moment } from '../time/Moment';

/** Requests that came again with another cost or other tokens than were booked. */
export function Discrepancies() {
  const locale = useLocale();
  const { t } = useTranslation();
  const rows = usePages(['ledger', 'discrepancies'], (cursor) =>
    answerOf(api.GET('/ledger/discrepancies', { params: { query: pageOf(cursor, 20) } })),
  );
  return (
    <Panel title={t('ledger.discrepancies')}>
      <Loaded query={rows} lines={1}>
        {(all) =>
          all.length === 0 ? (
            <p className="lm-quiet">{t('ledger.noDiscrepancies')}</p>
          ) : (
            <>
              <Table aria-label={t('ledger.discrepancies')} variant="compact" className="lm-table">
                <Thead>
                  <Tr>
                    <Th>{t('ledger.day')}</Th>
                    <Th>{t('ledger.source')}</Th>
                    <Th className="lm-right">{t('ledger.booked')}</Th>
                    <Th className="lm-right">{t('ledger.came')}</Th>
                    <Th>{t('conflicts.found')}</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  {all.map((row) => (
                    <Tr key={row.number}>
                      <Td dataLabel={t('ledger.day')}>{formatDay(row.day, locale)}</Td>
                      <Td dataLabel={t('ledger.source')}>{t(`ledger.sources.${row.source}`)}</Td>
                      <Td dataLabel={t('ledger.booked')} className="lm-right">
                        <Money value={row.bookedCost} />
                      </Td>
                      <Td dataLabel={t('ledger.came')} className="lm-right">
                        <Money value={row.cost} />
                      </Td>
                      <Td dataLabel={t('conflicts.found')}>
                        <Moment iso={row.foundAt} />
                      </Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
              <More pages={rows} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
