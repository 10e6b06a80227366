import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Schemas } from '../api/client';
import { Blankness } from '../elements/Blankness';
import { LinkButton } from '../elements/LinkButton';
import { Loaded } from '../elements/Loaded';
import { PageFrame } from '../elements/PageFrame';
import { isUsable, useSubscriptions } from '../subscriptions/subscriptions';
import { Issued } from './Issued';
import { IssueForm } from './IssueForm';

export function Component() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [issued, setIssued] = useState<Schemas['IssuedKey']>();
  const subscriptions = useSubscriptions();
  if (issued) {
    return (
      <PageFrame title={t('keys.issuedTitle', { name: issued.name })} lead={t('keys.issuedLead')}>
        <Issued issued={issued} />
      </PageFrame>
    );
  }
  return (
    <PageFrame title={t('keys.issue')} lead={t('keys.issueLead')}>
      <Loaded query={subscriptions}>
        {(all) => {
          const usable = all.filter(isUsable);
          const first = usable.find((one) => one.id === search.get('subscription')) ?? usable[0];
          return first ? (
            <IssueForm subscriptions={usable} first={first} onIssued={setIssued} />
          ) : (
            <Blankness title={t('keys.noSubscription')} text={t('keys.noSubscriptionText')}>
              <LinkButton to="/subscriptions/new">{t('subscriptions.request')}</LinkButton>
            </Blankness>
          );
        }}
      </Loaded>
    </PageFrame>
  );
}
