import { Label, type LabelProps } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { isExpired, type State, type Subscription } from './subscriptions';

const COLOURS: Record<State | 'expired', NonNullable<LabelProps['color']>> = {
  pending: 'orange',
  active: 'green',
  rejected: 'red',
  cancelled: 'grey',
  expired: 'grey',
};

export function StateLabel({ subscription }: { subscription: Subscription }) {
  const { t } = useTranslation();
  const state = subscription.state === 'active' && isExpired(subscription) ? 'expired' : subscription.state;
  return (
    <Label isCompact color={COLOURS[state]}>
      {t(`subscriptions.states.${state}`)}
    </Label>
  );
}
