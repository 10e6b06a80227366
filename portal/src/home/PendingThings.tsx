import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { both } from '../elements/both';
import { Loaded } from '../elements/Loaded';
import { Panel } from '../elements/Panel';
import { follows, isPending, useKeys } from '../keys/keys';
import { useMe } from '../signin/me';
import { useSubscriptions } from '../subscriptions/subscriptions';

/** What is under way. All of it finishes without the person, but a key whose issuing was left: nobody goes on with that. */
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
          const unfinished = mine.filter(isPending);
          const isNew = me.litellm.state !== 'synced';
          if (waiting.length + unfinished.length === 0 && !isNew)
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
              {unfinished.map((key) => (
                <li key={key.id}>
                  <Link to={`/keys/${key.id}`}>{key.name}</Link>
                  <span className="lm-quiet">{t(follows(key) ? 'keys.syncing' : 'keys.verdicts.pending')}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
}
