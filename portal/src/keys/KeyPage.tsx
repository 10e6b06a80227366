import { useTranslation } from 'react-i18next';
import { useNumbers } from '../i18n/locale';
import { useParams } from 'react-router';
import { BudgetBar } from '../budgets/BudgetBar';
import { budgetsOf, useBudgets } from '../budgets/budgets';
import { Blankness } from '../elements/Blankness';
import { Chips } from '../elements/Chips';
import { Facts } from '../elements/Facts';
import { LinkButton } from '../elements/LinkButton';
import { Loaded } from '../elements/Loaded';
import { PageFrame } from '../elements/PageFrame';
import { Panel } from '../elements/Panel';
import { Snippets } from '../models/Snippets';
import { useModel } from '../models/models';
import { useSubscriptions } from '../subscriptions/subscriptions';
import { Moment } from '../time/Moment';
import { KeyActions } from './KeyActions';
import { KeyState } from './KeyState';
import { LastUsed } from './KeyTable';
import { useKeys, useLastUse, type VirtualKey } from './keys';

export function Component() {
  const { t } = useTranslation();
  const { id } = useParams();
  const keys = useKeys(true);
  const key = keys.data?.find((candidate) => candidate.id === id);
  return (
    <PageFrame title={key?.name ?? t('keys.one')} actions={key && <KeyActions of={key} />}>
      <Loaded query={keys}>
        {() =>
          key ? (
            <Details of={key} />
          ) : (
            <Blankness title={t('keys.notFound')} text={t('keys.notFoundText')}>
              <LinkButton to="/keys" variant="secondary">
                {t('keys.title')}
              </LinkButton>
            </Blankness>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function Details({ of: key }: { of: VirtualKey }) {
  const { t } = useTranslation();
  const number = useNumbers();
  const subscription = useSubscriptions().data?.find((candidate) => candidate.id === key.subscriptionId);
  const lastUse = useLastUse();
  const model = useModel(key.models[0] ?? '');
  return (
    <div className="lm-columns">
      <Panel title={t('keys.about')}>
        <p>{t(`keys.verdicts.${key.state}`)}</p>
        <Facts
          items={[
            [t('keys.state'), <KeyState key="state" of={key} />],
            [t('keys.mayCall'), <Chips key="models" names={key.models} label={t('keys.mayCall')} />],
            [t('keys.subscription'), subscription?.name],
            [t('limits.rpm'), key.rpmLimit === undefined ? t('limits.none') : number.format(key.rpmLimit)],
            [t('limits.tpm'), key.tpmLimit === undefined ? t('limits.none') : number.format(key.tpmLimit)],
            [t('limits.until'), key.expiresAt ? <Moment iso={key.expiresAt} /> : t('limits.none')],
            [t('keys.lastUsed'), <LastUsed key="use" lastUse={lastUse.data} id={key.id} />],
          ]}
        />
      </Panel>
      <div className="lm-stack">
        <Panel title={t('keys.budgets')}>
          <Budgets of={key} />
        </Panel>
        <Panel title={t('keys.call')}>
          <Snippets call={{ model: key.models[0] ?? '', mode: model.data?.mode ?? 'chat' }} />
        </Panel>
      </div>
    </div>
  );
}

function Budgets({ of: key }: { of: VirtualKey }) {
  const { t } = useTranslation();
  const budgets = useBudgets();
  return (
    <Loaded query={budgets} lines={1}>
      {(all) => {
        const ours = budgetsOf(all, key);
        if (ours.length === 0) return <p className="lm-quiet">{t('keys.noBudgetText')}</p>;
        return ours.map((budget) => <BudgetBar key={budget.id} budget={budget} />);
      }}
    </Loaded>
  );
}
