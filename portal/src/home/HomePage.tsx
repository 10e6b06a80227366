import { useTranslation } from 'react-i18next';
import { LinkButton } from '../elements/LinkButton';
import { PageFrame } from '../elements/PageFrame';
import { useMe } from '../signin/me';
import { CallableModels } from './CallableModels';
import { EndingKeys } from './EndingKeys';
import { FirstSteps } from './FirstSteps';
import { PendingThings } from './PendingThings';
import { Spend } from './Spend';
import { UnreadMessages } from './UnreadMessages';

export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <PageFrame
      title={t('home.title', { name: me.fullName || me.username })}
      lead={t('home.lead')}
      actions={<LinkButton to="/keys/new">{t('keys.issue')}</LinkButton>}
    >
      <FirstSteps />
      <div className="lm-tiles">
        <div className="lm-stack">
          <Spend />
          <UnreadMessages />
        </div>
        <div className="lm-stack">
          <CallableModels />
          <EndingKeys />
          <PendingThings />
        </div>
      </div>
    </PageFrame>
  );
}
