import { Alert } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/locale';
import { formatDay } from '../time/Moment';

/** The days whose sum LiteLLM tells otherwise: shown where the sum is shown. */
export function Drift({ days }: { days: string[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (days.length === 0) return null;
  const names = new Intl.ListFormat(locale).format(days.map((day) => formatDay(day, locale)));
  return (
    <Alert isInline component="p" variant="warning" title={t('usage.drift', { days: names })}>
      {t('usage.driftText')}
    </Alert>
  );
}
