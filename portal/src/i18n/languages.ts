import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { kept, keep } from '../shell/kept';
import en from './en.json';
import problemsEn from './problems.en.json';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

type Texts = { texts: typeof en; problems: typeof problemsEn };

/** English comes with the page; others when they are wanted. */
const OTHERS: Record<Exclude<Language, 'en'>, () => Promise<Texts>> = {
  de: async () => ({
    texts: (await import('./de.json')).default,
    problems: (await import('./problems.de.json')).default,
  }),
};

function wanted(): Language {
  const asked = [kept('language'), ...navigator.languages];
  const known = asked.map((tag) => LANGUAGES.find((language) => tag?.startsWith(language))).find(Boolean);
  return known ?? 'en';
}

async function load(language: Language) {
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'texts')) {
    const { texts, problems } = await OTHERS[language]();
    i18next.addResourceBundle(language, 'texts', texts);
    i18next.addResourceBundle(language, 'problems', problems);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function startLanguages() {
  await i18next.use(initReactI18next).init({
    resources: { en: { texts: en, problems: problemsEn } },
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'texts',
    // React escapes; twice would show `&lt;`
    interpolation: { escapeValue: false },
  });
  await load(wanted());
}

export async function choose(language: Language) {
  keep('language', language);
  await load(language);
}
