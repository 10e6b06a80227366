import { useTranslation } from 'react-i18next';

export function Wordmark() {
  const { t } = useTranslation();
  return (
    <span className="lm-wordmark">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="lm-wordmark__sign">
        <rect width="32" height="32" rx="8" className="lm-wordmark__ground" />
        <path d="M9 8v16h14" className="lm-wordmark__letter" />
        <circle cx="20" cy="12" r="3.2" className="lm-wordmark__dot" />
      </svg>
      {t('brand')}
    </span>
  );
}
