import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { pageOf, usePages } from '../api/pages';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { Panel } from '../elements/Panel';
import { Money } from '../money/Money';
import { Moment } from '../time/Moment';

/** Rows of LiteLLM's log that could not be booked, and why. */
export function Quarantine() {
  const { t } = useTranslation();
  const rows = usePages(['ledger', 'quarantine'], (cursor) =>
    answerOf(api.GET('/ledger/quarantine', { params: { query: pageOf(cursor, 20) } })),
  );
  return (
    <Panel title={t('ledger.quarantine')}>
      <Loaded query={rows} lines={1}>
        {(all) =>
          all.length === 0 ? (
            <p className="lm-quiet">{t('ledger.noQuarantine')}</p>
          ) : (
            <>
              <Table aria-label={t('ledger.quarantine')} variant="compact" className="lm-table">
                <Thead>
                  <Tr>
                    <Th>{t('ledger.received')}</Th>
                    <Th>{t('ledger.source')}</Th>
                    <Th>{t('ledger.reason')}</Th>
                    <Th>{t('ledger.call')}</Th>
                    <Th className="lm-right">{t('usage.cost')}</Th>
                  </Tr>
                </Thead>
                <Tbody>
                  {all.map((row) => (
                    <Tr key={row.number}>
                      <Td dataLabel={t('ledger.received')}>
                        <Moment iso={row.receivedAt} />
                      </Td>
                      <Td dataLabel={t('ledger.source')}>{t(`ledger.sources.${row.source}`)}</Td>
                      <Td dataLabel={t('ledger.reason')}>{row.reason}</Td>
                      <Td dataLabel={t('ledger.call')}>
                        <code className="lm-wrap">{row.callId || row.requestId || t('none')}</code>
                      </Td>
                      <Td dataLabel={t('usage.cost')} className="lm-right">
                        {row.cost ? <Money value={row.cost} /> : t('none')}
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
