import { useTranslation } from 'react-i18next';
import { Moment } from '../time/Moment';

/** Until when nothing is missing, in words. */
export function CompleteUntil({ iso }: { iso: string | undefined }) {
  const { t } = useTranslation();
  return iso === undefined ? (
    <>{t('usage.neverChecked')}</>
  ) : (
    <>
      {t('usage.completeUntil')} <Moment iso={iso} />
    </>
  );
}
