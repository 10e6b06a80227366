import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../elements/Loaded';
import { Panel } from '../elements/Panel';
import { useUnread } from '../inbox/messages';
import { Moment } from '../time/Moment';

const MOST_SHOWN = 3;

export function UnreadMessages() {
  const { t } = useTranslation();
  const unread = useUnread();
  return (
    <Panel title={t('home.messages')} action={<Link to="/inbox">{t('home.allMessages')}</Link>}>
      <Loaded query={unread} lines={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="lm-quiet">{t('home.noMessages')}</p>
          ) : (
            <ul className="lm-list">
              {items.slice(0, MOST_SHOWN).map((message) => (
                <li key={message.id}>
                  <Link to="/inbox">{message.title}</Link>
                  <span className="lm-quiet">
                    <Moment iso={message.createdAt} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}
