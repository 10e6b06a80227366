import { Alert } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useHealth } from './health';

/** Says on every page when LiteLLM is away, and what goes on without it. */
export function Away() {
  const { t } = useTranslation();
  const { data } = useHealth();
  if (data?.status !== 'unavailable' && data?.status !== 'degraded') return null;
  return (
    <div className="lm-away">
      <Alert isInline variant="warning" component="p" title={t(`away.${data.status}`)}>
        {t('away.text')}
      </Alert>
    </div>
  );
}
