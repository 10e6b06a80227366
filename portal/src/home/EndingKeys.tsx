import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../elements/Loaded';
import { Panel } from '../elements/Panel';
import { hasEnded, useKeys, type VirtualKey } from '../keys/keys';
import { KeyState } from '../keys/KeyState';
import { Moment } from '../time/Moment';

const SOON = 14 * 24 * 60 * 60 * 1000;

function endsSoon(key: VirtualKey): boolean {
  return key.expiresAt !== undefined && !hasEnded(key) && new Date(key.expiresAt).getTime() - Date.now() < SOON;
}

/** Whether a key asks for attention: it ends soon, or something stops it. */
function isTroubled(key: VirtualKey): boolean {
  return endsSoon(key) || (key.state !== 'valid' && key.state !== 'pending');
}

export function EndingKeys() {
  const { t } = useTranslation();
  const keys = useKeys();
  return (
    <Panel title={t('home.keys')} action={<Link to="/keys">{t('home.allKeys')}</Link>}>
      <Loaded query={keys} lines={2}>
        {(all) => {
          const troubled = all.filter(isTroubled);
          if (troubled.length === 0) return <p className="lm-quiet">{t('home.keysFine', { count: all.length })}</p>;
          return (
            <ul className="lm-list">
              {troubled.map((key) => (
                <li key={key.id}>
                  <Link to={`/keys/${key.id}`}>{key.name}</Link>
                  {endsSoon(key) && key.expiresAt ? (
                    <span className="lm-quiet">
                      {t('home.ends')} <Moment iso={key.expiresAt} style="day" />
                    </span>
                  ) : (
                    <KeyState of={key} />
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Panel>
  );
}
