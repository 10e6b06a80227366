import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { useLocale, useNumbers } from '../i18n/locale';
import { Money } from '../money/Money';
import { formatDay } from '../time/Moment';
import type { By, Sum, UsageRow } from './usage';

const COUNTS = ['requests', 'failedRequests', 'promptTokens', 'completionTokens'] as const;

export function UsageTable({ by, rows, total }: { by: By; rows: UsageRow[]; total: Sum }) {
  const { t } = useTranslation();
  const nameOf = useNameOf(by);
  return (
    <Table aria-label={t('usage.breakdown')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th>{t(`usage.by.${by}`)}</Th>
          {COUNTS.map((name) => (
            <Th key={name} className="lm-right">
              {t(`usage.${name}`)}
            </Th>
          ))}
          <Th className="lm-right">{t('usage.cost')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row, index) => (
          <Row
            key={row.day ?? row.model ?? row.keyId ?? row.subscriptionId ?? index}
            label={t(`usage.by.${by}`)}
            name={nameOf(row)}
            sum={row.sum}
          />
        ))}
      </Tbody>
      <tfoot className="lm-total">
        <Row label={t(`usage.by.${by}`)} name={t('usage.total')} sum={total} />
      </tfoot>
    </Table>
  );
}

/** What a row is of; usage with keys that are not ours has no name. */
function useNameOf(by: By) {
  const locale = useLocale();
  const { t } = useTranslation();
  return (row: UsageRow): string => {
    if (by === 'day') return row.day ? formatDay(row.day, locale) : '';
    const name = { model: row.model, key: row.keyName, subscription: row.subscriptionName }[by];
    return name || t('usage.unknown');
  };
}

function Row({ label, name, sum }: { label: string; name: string; sum: Sum }) {
  const { t } = useTranslation();
  const number = useNumbers();
  return (
    <Tr>
      <Td dataLabel={label}>{name}</Td>
      {COUNTS.map((count) => (
        <Td key={count} dataLabel={t(`usage.${count}`)} className="lm-right">
          {number.format(sum[count])}
        </Td>
      ))}
      <Td dataLabel={t('usage.cost')} className="lm-right">
        <Money value={sum.cost} />
      </Td>
    </Tr>
  );
}
