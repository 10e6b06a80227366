import { Label, type LabelProps } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { Facts } from '../elements/Facts';
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
const VERSION: Record<Schemas['LiteLlmVersion']['state'], Colour> = {
  proven: 'green',
  unproven: 'orange',
  unknown: 'grey',
};
const CAUSES = ['unavailable', 'credential', 'throttled'] as const;
const STATE: Record<Schemas['Observation']['state'], Colour> = { closed: 'green', probing: 'orange', open: 'red' };

export function Component() {
  const { t } = useTranslation();
  const health = useHealth();
  return (
    <AdminFrame title={t('health.title')} lead={t('health.lead')}>
      <div className="lm-stack">
        <Panel title={t('health.integration')}>
          <Loaded query={health} lines={2}>
            {({ status, seenAt, version, refusals = 0, logRefused = false, observations = [] }) => (
              <>
                <p className="lm-state">
                  <Label color={STATUS[status]}>{t(`health.status.${status}`)}</Label>
                  <span>{t(`health.meaning.${status}`)}</span>
                </p>
                <Facts
                  items={[
                    [t('health.lastSeen'), seenAt && <Moment iso={seenAt} />],
                    [t('health.version.label'), version && <Version version={version} />],
                  ]}
                />
                {refusals > 0 && (
                  <p>
                    {t('health.refusals', { count: refusals })}{' '}
                    <Link to="/admin/conflicts">{t('health.toConflicts')}</Link>
                  </p>
                )}
                {logRefused && <p>{t('health.logRefused')}</p>}
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

/** Which LiteLLM it is, beside those that LiteMaaS was proven on. */
function Version({ version: { state, found, proven } }: { version: Schemas['LiteLlmVersion'] }) {
  const { t } = useTranslation();
  return (
    <>
      {found}{' '}
      <Label isCompact color={VERSION[state]}>
        {t(`health.version.${state}`)}
      </Label>
      {state === 'unknown' && <div className="lm-quiet">{t('health.version.none')}</div>}
      {proven.length > 0 && (
        <div className="lm-quiet">{t('health.version.among', { versions: proven.join(', ') })}</div>
      )}
    </>
  );
}

function causeOf(seen: Schemas['Observation']): ParseKeys | undefined {
  return CAUSES.find((cause) => cause === seen.cause) && `health.causes.${seen.cause as (typeof CAUSES)[number]}`;
}

function Observations({ observations }: { observations: Schemas['Observation'][] }) {
  const { t } = useTranslation();
  const causeText = (seen: Schemas['Observation']) => {
    const known = causeOf(seen);
    return known ? t(known) : (seen.cause ?? t('none'));
  };
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
            <Td dataLabel={t('health.cause')}>{causeText(seen)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
