import { Label, type LabelProps } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Loaded } from '../elements/Loaded';
import { Panel } from '../elements/Panel';
import { useHealth } from '../shell/health';
import { Moment } from '../time/Moment';
import { AdminFrame } from './AdminFrame';
import { DeadLetters } from './DeadLetters';

type Health = Schemas['IntegrationHealth'];
type Colour = NonNullable<LabelProps['color']>;

const STATUS: Record<Health['status'], Colour> = {
  available: 'green',
  degraded: 'orange',
  unavailable: 'red',
  unknown: 'grey',
};
const STATE: Record<Schemas['Observation']['state'], Colour> = { closed: 'green', probing: 'orange', open: 'red' };

export function Component() {
  const { t } = useTranslation();
  const health = useHealth();
  return (
    <AdminFrame title={t('health.title')} lead={t('health.lead')}>
      <div className="lm-stack">
        <Panel title={t('health.integration')}>
          <Loaded query={health} lines={2}>
            {({ status, observations = [] }) => (
              <>
                <p className="lm-state">
                  <Label color={STATUS[status]}>{t(`health.status.${status}`)}</Label>
                  <span>{t(`health.meaning.${status}`)}</span>
                </p>
                {observations.length === 0 ? (
                  <p className="lm-quiet">{t('health.none')}</p>
                ) : (
                  <Observations observations={observations} />
                )}
              </>
            )}
          </Loaded>
        </Panel>
        <DeadLetters />
      </div>
    </AdminFrame>
  );
}

function Observations({ observations }: { observations: Schemas['Observation'][] }) {
  const { t } = useTranslation();
  return (
    <Table aria-label={t('health.integration')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th>{t('health.observer')}</Th>
          <Th>{t('health.state')}</Th>
          <Th>{t('health.since')}</Th>
          <Th>{t('health.seen')}</Th>
          <Th>{t('health.cause')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {observations.map((seen) => (
          <Tr key={seen.integration + seen.instance + seen.room}>
            <Td dataLabel={t('health.observer')}>
              <span className="lm-strong">{seen.instance || t('health.fleet')}</span>
              <div className="lm-quiet">{[seen.integration, seen.room].filter(Boolean).join(' · ')}</div>
            </Td>
            <Td dataLabel={t('health.state')}>
              <Label isCompact color={STATE[seen.state]}>
                {t(`health.states.${seen.state}`)}
              </Label>
            </Td>
            <Td dataLabel={t('health.since')}>
              <Moment iso={seen.changedAt} />
            </Td>
            <Td dataLabel={t('health.seen')}>
              <Moment iso={seen.seenAt} />
            </Td>
            <Td dataLabel={t('health.cause')}>{seen.cause ?? t('none')}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
