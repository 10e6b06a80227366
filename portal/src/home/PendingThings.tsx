import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { both } from '../elements/both';
import { Loaded } from '../elements/Loaded';
import { Panel } from '../elements/Panel';
import { isPending, useKeys } from '../keys/keys';
import { useMe } from '../signin/me';
import { useSubscriptions } from '../subscriptions/subscriptions';

/** What is under way and finishes without the person. */
export function PendingThings() {
  const { t } = useTranslation();
  const me = useMe();
  const keys = useKeys();
  const subscriptions = useSubscriptions();
  return (
    <Panel title={t('home.pending')}>
      <Loaded query={both(subscriptions, keys)} lines={2}>
        {([all, mine]) => {
          const waiting = all.filter((one) => one.state === 'pending');
          const syncing = mine.filter(isPending);
          const isNew = me.litellm.state !== 'synced';
          if (waiting.length + syncing.length === 0 && !isNew)
            return <p className="lm-quiet">{t('home.nothingPending')}</p>;
          return (
            <ul className="lm-list">
              {isNew && <li>{t(me.litellm.state === 'failed' ? 'home.accountFailed' : 'home.accountPending')}</li>}
              {waiting.map((one) => (
                <li key={one.id}>
                  <Link to="/subscriptions">{one.name}</Link>
                  <span className="lm-quiet">{t('subscriptions.waits')}</span>
                </li>
              ))}
              {syncing.map((key) => (
                <li key={key.id}>
                  <Link to={`/keys/${key.id}`}>{key.name}</Link>
                  <span className="lm-quiet">{t('keys.syncing')}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
}
