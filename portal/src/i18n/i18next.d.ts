import 'i18next';
import type en from './en.json';
import type problems from './problems.en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts';
    resources: { texts: typeof en; problems: typeof problems };
  }
}
