import { useTranslation } from 'react-i18next';
import { LinkButton } from '../elements/LinkButton';
import { useKeys } from '../keys/keys';
import { isUsable, useSubscriptions } from '../subscriptions/subscriptions';

const STEPS = [
  { name: 'subscribe', to: '/models' },
  { name: 'key', to: '/keys/new' },
  { name: 'call', to: '/keys' },
] as const;

/** Leads somebody who has nothing yet to their first call; gone as soon as they have a key. */
export function FirstSteps() {
  const { t } = useTranslation();
  const keys = useKeys();
  const subscriptions = useSubscriptions();
  if (keys.data === undefined || subscriptions.data === undefined || keys.data.length > 0) return null;
  const next = subscriptions.data.some((one) => isUsable(one)) ? 1 : 0;
  return (
    <ol className="lm-steps" aria-label={t('home.steps.title')}>
      {STEPS.map(({ name, to }, index) => (
        <li
          key={name}
          className={index === next ? 'lm-steps__next' : undefined}
          aria-current={index === next ? 'step' : undefined}
        >
          <span className="lm-steps__number">{index + 1}</span>
          <div>
            <p className="lm-strong">{t(`home.steps.${name}`)}</p>
            <p className="lm-quiet">{t(`home.steps.${name}Text`)}</p>
            {index === next && (
              <LinkButton to={to} size="sm">
                {t(`home.steps.${name}Do`)}
              </LinkButton>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
