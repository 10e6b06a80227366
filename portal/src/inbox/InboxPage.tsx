import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Blankness } from '../elements/Blankness';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { PageFrame } from '../elements/PageFrame';
import { Moment } from '../time/Moment';
import { useMarkRead, useMessages, type Message } from './messages';

export function Component() {
  const { t } = useTranslation();
  const messages = useMessages();
  return (
    <PageFrame title={t('inbox.title')} lead={t('inbox.lead')}>
      <Loaded query={messages}>
        {(all) =>
          all.length === 0 ? (
            <Blankness title={t('inbox.none')} text={t('inbox.noneText')} />
          ) : (
            <>
              <ul className="lm-messages" aria-label={t('inbox.title')}>
                {all.map((message) => (
                  <Entry key={message.id} message={message} />
                ))}
              </ul>
              <More pages={messages} />
            </>
          )
        }
      </Loaded>
    </PageFrame>
  );
}

function Entry({ message }: { message: Message }) {
  const { t } = useTranslation();
  const markRead = useMarkRead();
  const isNew = message.readAt === undefined;
  return (
    <li className={isNew ? 'lm-messages__new' : undefined}>
      <div className="lm-messages__head">
        <h2>
          {isNew && <span className="pf-v6-screen-reader">{t('inbox.isNew')} </span>}
          {message.title}
        </h2>
        <span className="lm-quiet">
          <Moment iso={message.createdAt} />
        </span>
      </div>
      <p>{message.text}</p>
      {message.kind === 'key_lost' && (
        <p>
          <Link to="/keys/new">{t('keys.issue')}</Link>
        </p>
      )}
      {message.kind === 'integration_opened' && (
        <p>
          <Link to="/admin/health">{t('nav.health')}</Link>
        </p>
      )}
      {isNew && (
        <Button
          variant="link"
          isInline
          isLoading={markRead.isPending}
          aria-label={t('inbox.readOf', { title: message.title })}
          onClick={() => markRead.mutate(message.id)}
        >
          {t('inbox.read')}
        </Button>
      )}
    </li>
  );
}
