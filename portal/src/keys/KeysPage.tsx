import { Switch } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBudgets } from '../budgets/budgets';
import { Blankness } from '../elements/Blankness';
import { LinkButton } from '../elements/LinkButton';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { PageFrame } from '../elements/PageFrame';
import { isUsable, useSubscriptions } from '../subscriptions/subscriptions';
import { useKeys, useLastUse } from './keys';
import { KeyTable } from './KeyTable';

export function Component() {
  const { t } = useTranslation();
  const [ended, setEnded] = useState(false);
  const keys = useKeys(ended);
  const budgets = useBudgets();
  const lastUse = useLastUse();
  return (
    <PageFrame
      title={t('keys.title')}
      lead={t('keys.lead')}
      actions={<LinkButton to="/keys/new">{t('keys.issue')}</LinkButton>}
    >
      <div className="lm-tools">
        <Switch id="ended" label={t('keys.showEnded')} isChecked={ended} onChange={(_event, on) => setEnded(on)} />
      </div>
      <Loaded query={keys}>
        {(items) =>
          items.length === 0 ? (
            <NoKeys />
          ) : (
            <>
              <KeyTable keys={items} budgets={budgets.data ?? []} lastUse={lastUse.data} />
              <More pages={keys} />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

/** The next step depends on whether there is something to issue a key on. */
function NoKeys() {
  const { t } = useTranslation();
  const usable = useSubscriptions().data?.some(isUsable) ?? false;
  return (
    <Blankness title={t('keys.none')} text={t(usable ? 'keys.noneText' : 'keys.noSubscriptionText')}>
      <LinkButton to={usable ? '/keys/new' : '/subscriptions/new'} variant="secondary">
        {t(usable ? 'keys.issue' : 'subscriptions.request')}
      </LinkButton>
    </Blankness>
  );
}
