import { FormSelect, FormSelectOption, Skeleton, Switch, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Blankness } from '../elements/Blankness';
import { LinkButton } from '../elements/LinkButton';
import { Loaded } from '../elements/Loaded';
import { PageFrame } from '../elements/PageFrame';
import { Panel } from '../elements/Panel';
import { seesAdmin, useMe } from '../signin/me';
import { CompleteUntil } from './CompleteUntil';
import { Drift } from './Drift';
import { periodOf, PERIODS, type Period, type PeriodName } from './period';
import { Totals } from './Totals';
import { UsageTable } from './UsageTable';
import { useUsage, type By } from './usage';

const DayChart = lazy(() => import('./DayChart'));
const BREAKDOWNS = ['model', 'key', 'subscription', 'day'] as const satisfies readonly By[];

export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const [name, setName] = useState<PeriodName>('month');
  const [all, setAll] = useState(false);
  const period = periodOf(name, new Date());
  const days = useUsage('day', period, all);
  return (
    <PageFrame title={t('usage.title')} lead={days.data && <CompleteUntil iso={days.data.completeUntil} />}>
      <div className="lm-tools">
        <FormSelect
          aria-label={t('usage.period')}
          value={name}
          onChange={(_event, value) => setName(value as PeriodName)}
        >
          {PERIODS.map((choice) => (
            <FormSelectOption key={choice} value={choice} label={t(`usage.periods.${choice}`)} />
          ))}
        </FormSelect>
        {seesAdmin(me) && (
          <Switch id="everybody" label={t('usage.everybody')} isChecked={all} onChange={(_event, on) => setAll(on)} />
        )}
      </div>
      <Loaded query={days}>
        {({ total, rows, driftDays }) =>
          total.requests === 0 ? (
            <Blankness title={t('usage.none')} text={t('usage.noneText')}>
              <LinkButton to="/keys" variant="secondary">
                {t('keys.title')}
              </LinkButton>
            </Blankness>
          ) : (
            <div className="lm-stack">
              <Drift days={driftDays} />
              <Totals total={total} />
              <Panel title={t('usage.byDay')}>
                <Suspense
                  fallback={
                    <div role="status" aria-label={t('loading')}>
                      <Skeleton height="12rem" />
                    </div>
                  }
                >
                  <DayChart rows={rows} period={period} />
                </Suspense>
              </Panel>
              <Breakdown period={period} all={all} />
            </div>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function Breakdown({ period, all }: { period: Period; all: boolean }) {
  const { t } = useTranslation();
  const [by, setBy] = useState<By>('model');
  const usage = useUsage(by, period, all);
  const choices = (
    <ToggleGroup aria-label={t('usage.breakdown')} isCompact>
      {BREAKDOWNS.map((choice) => (
        <ToggleGroupItem
          key={choice}
          buttonId={`by-${choice}`}
          text={t(`usage.by.${choice}`)}
          isSelected={choice === by}
          onChange={() => setBy(choice)}
        />
      ))}
    </ToggleGroup>
  );
  return (
    <Panel title={t('usage.breakdown')} action={choices}>
      <Loaded query={usage}>
        {(data) => (
          <>
            <UsageTable by={data.by} rows={data.rows} total={data.total} />
            {data.truncated && <p className="lm-quiet">{t('usage.truncated', { count: data.rows.length })}</p>}
          </>
        )}
      </Loaded>
    </Panel>
  );
}
