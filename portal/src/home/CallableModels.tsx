import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LinkButton } from '../elements/LinkButton';
import { Loaded } from '../elements/Loaded';
import { Panel } from '../elements/Panel';
import { modelPage } from '../models/ModelTable';
import { isUsable, useSubscriptions } from '../subscriptions/subscriptions';

/** What one's subscriptions let one call. */
export function CallableModels() {
  const { t } = useTranslation();
  const subscriptions = useSubscriptions();
  return (
    <Panel title={t('home.models')} action={<Link to="/models">{t('home.allModels')}</Link>}>
      <Loaded query={subscriptions} lines={2}>
        {(all) => {
          const names = [...new Set(all.filter(isUsable).flatMap((one) => one.models))].sort();
          if (names.length > 0) {
            return (
              <ul className="lm-chips" aria-label={t('home.models')}>
                {names.map((name) => (
                  <li key={name}>
                    <Link to={modelPage(name)}>{name}</Link>
                  </li>
                ))}
              </ul>
            );
          }
          return (
            <>
              <p className="lm-quiet">{t('home.noModels')}</p>
              <LinkButton to="/models" variant="link" isInline>
                {t('subscriptions.browse')}
              </LinkButton>
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
