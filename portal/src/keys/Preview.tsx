import { useTranslation } from 'react-i18next';
import { Chips } from '../elements/Chips';
import { Panel } from '../elements/Panel';
import type { Subscription } from '../subscriptions/subscriptions';
import { Terms } from '../subscriptions/Terms';

interface Props {
  models: string[];
  subscription: Subscription;
  limits: { rpmLimit?: number; tpmLimit?: number; expiresAt?: string };
}

/** What the key will be able to do, before it is there. The smaller of two limits holds. */
export function Preview({ models, subscription, limits }: Props) {
  const { t } = useTranslation();
  const least = (...numbers: (number | undefined)[]) => {
    const given = numbers.filter((number) => number !== undefined);
    return given.length > 0 ? Math.min(...given) : undefined;
  };
  const until = [limits.expiresAt, subscription.expiresAt].filter((moment) => moment !== undefined).sort()[0];
  return (
    <Panel title={t('keys.preview')}>
      {models.length > 0 ? (
        <>
          <p>{t('keys.willCall')}</p>
          <Chips names={models} label={t('keys.willCall')} />
        </>
      ) : (
        <p>{t('keys.willCallNothing')}</p>
      )}
      <Terms
        of={{
          rpmLimit: least(limits.rpmLimit, subscription.rpmLimit),
          tpmLimit: least(limits.tpmLimit, subscription.tpmLimit),
          expiresAt: until,
        }}
      />
      <p className="lm-quiet">{t('keys.previewText', { name: subscription.name })}</p>
    </Panel>
  );
}
