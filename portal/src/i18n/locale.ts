import { useTranslation } from 'react-i18next';

/** The language that is shown, with the region of the reader where the browser names one: `en` in Britain is `en-GB`. */
export function useLocale(): string {
  const { i18n } = useTranslation();
  return navigator.languages.find((tag) => tag.split('-')[0] === i18n.language) ?? i18n.language;
}

export function useNumbers(): Intl.NumberFormat {
  return new Intl.NumberFormat(useLocale());
}
