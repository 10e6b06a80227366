import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { Chips } from '../elements/Chips';
import { LinkButton } from '../elements/LinkButton';
import { Moment } from '../time/Moment';
import { StateLabel } from './StateLabel';
import { hasEnded, isUsable, type Subscription } from './subscriptions';
import { Terms } from './Terms';

interface Props {
  items: Subscription[];
  onCancel: (subscription: Subscription) => void;
}

export function SubscriptionTable({ items, onCancel }: Props) {
  const { t } = useTranslation();
  return (
    <Table aria-label={t('subscriptions.title')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th>{t('subscriptions.name')}</Th>
          <Th>{t('subscriptions.state')}</Th>
          <Th>{t('subscriptions.models')}</Th>
          <Th>{t('subscriptions.requested')}</Th>
          <Th screenReaderText={t('actions')} />
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td dataLabel={t('subscriptions.name')}>
              <span className="lm-strong">{item.name}</span>
              <Terms of={item} />
            </Td>
            <Td dataLabel={t('subscriptions.state')}>
              <StateLabel subscription={item} />
              {item.state === 'pending' && <div className="lm-quiet">{t('subscriptions.waits')}</div>}
              {item.reason && <div className="lm-quiet">{item.reason}</div>}
            </Td>
            <Td dataLabel={t('subscriptions.models')}>
              <Chips names={item.models} label={t('subscriptions.models')} most={4} />
            </Td>
            <Td dataLabel={t('subscriptions.requested')}>
              <Moment iso={item.requestedAt} style="day" />
            </Td>
            <Td className="lm-actions">
              {isUsable(item) && (
                <LinkButton to={`/keys/new?subscription=${item.id}`} variant="secondary" size="sm">
                  {t('keys.issue')}
                </LinkButton>
              )}
              {!hasEnded(item) && (
                <Button
                  variant="link"
                  size="sm"
                  isDanger
                  aria-label={t('subscriptions.cancelOf', { name: item.name })}
                  onClick={() => onCancel(item)}
                >
                  {t('subscriptions.cancel')}
                </Button>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
