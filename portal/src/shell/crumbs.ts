import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useMatches } from 'react-router';

/** A step on the way to a page: a text of ours, or the thing that the address names. */
export type Crumb = { text: ParseKeys; to?: string } | { param: string };

export interface Step {
  label: string;
  to?: string | undefined;
}

/** The way to the page that is shown, as its route declares it. */
export function useSteps(): Step[] {
  const { t } = useTranslation();
  const match = useMatches().at(-1);
  const crumbs = (match?.handle ?? []) as Crumb[];
  return crumbs.map((crumb) =>
    'param' in crumb ? { label: match?.params[crumb.param] ?? '' } : { label: t(crumb.text), to: crumb.to },
  );
}
