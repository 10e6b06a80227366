import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Blankness } from '../elements/Blankness';
import { Confirm } from '../elements/Confirm';
import { LinkButton } from '../elements/LinkButton';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { PageFrame } from '../elements/PageFrame';
import { useErrorNotice, useNotice } from '../problems/notice';
import { SubscriptionTable } from './SubscriptionTable';
import { useCancel, useSubscriptions, type Subscription } from './subscriptions';

export function Component() {
  const { t } = useTranslation();
  const subscriptions = useSubscriptions();
  const [cancelling, setCancelling] = useState<Subscription>();
  const request = <LinkButton to="/subscriptions/new">{t('subscriptions.request')}</LinkButton>;
  return (
    <PageFrame title={t('subscriptions.title')} lead={t('subscriptions.lead')} actions={request}>
      <Loaded query={subscriptions}>
        {(items) =>
          items.length === 0 ? (
            <Blankness title={t('subscriptions.none')} text={t('subscriptions.noneText')}>
              <LinkButton to="/models" variant="secondary">
                {t('subscriptions.browse')}
              </LinkButton>
            </Blankness>
          ) : (
            <>
              <SubscriptionTable items={items} onCancel={setCancelling} />
              <More pages={subscriptions} />
            </>
          )
        }
      </Loaded>
      {cancelling && <ConfirmCancel subscription={cancelling} onClose={() => setCancelling(undefined)} />}
    </PageFrame>
  );
}

function ConfirmCancel({ subscription, onClose }: { subscription: Subscription; onClose: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const errorNotice = useErrorNotice();
  const cancel = useCancel(
    () => {
      notice({ variant: 'success', title: t('subscriptions.cancelled', { name: subscription.name }) });
      onClose();
    },
    (error) => {
      errorNotice(error);
      onClose();
    },
  );
  return (
    <Confirm
      title={t('subscriptions.cancelTitle')}
      action={t('subscriptions.cancel')}
      isBusy={cancel.isPending}
      onConfirm={() => cancel.mutate(subscription)}
      onClose={onClose}
    >
      {t('subscriptions.cancelText', { name: subscription.name })}
    </Confirm>
  );
}
