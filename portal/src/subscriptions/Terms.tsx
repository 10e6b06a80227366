import { useTranslation } from 'react-i18next';
import { useNumbers } from '../i18n/locale';
import { Moment } from '../time/Moment';

interface Limited {
  rpmLimit?: number | undefined;
  tpmLimit?: number | undefined;
  expiresAt?: string | undefined;
}

/** The limits of a subscription or a key in one line; nothing where there are none. */
export function Terms({ of }: { of: Limited }) {
  const { t } = useTranslation();
  const number = useNumbers();
  if (of.rpmLimit === undefined && of.tpmLimit === undefined && of.expiresAt === undefined) return null;
  return (
    <div className="lm-quiet lm-terms">
      {of.rpmLimit !== undefined && <span>{t('terms.rpm', { number: number.format(of.rpmLimit) })}</span>}
      {of.tpmLimit !== undefined && <span>{t('terms.tpm', { number: number.format(of.tpmLimit) })}</span>}
      {of.expiresAt !== undefined && (
        <span>
          {t('terms.until')} <Moment iso={of.expiresAt} style="day" />
        </span>
      )}
    </div>
  );
}
