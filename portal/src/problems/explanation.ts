import { useTranslation } from 'react-i18next';
import { ProblemError, UNREADABLE } from '../api/problem';

export interface Explanation {
  /** What happened. */
  sentence: string;
  /** Why. */
  cause: string;
  /** What to do. */
  next: string;
}

const UNKNOWN = UNREADABLE;

export function codeOf(error: unknown): string {
  return error instanceof ProblemError ? error.code : UNKNOWN;
}

/** Whether the texts know a problem's code. */
export function useIsExplained(): (code: string) => boolean {
  const { i18n } = useTranslation('problems');
  return (code) => i18n.exists(`${code}.sentence`, { ns: 'problems' });
}

/** What the texts say to a problem's code; one that no text knows is told as an answer that can't be read. */
export function useExplain(): (code: string) => Explanation {
  const { t } = useTranslation('problems');
  const isExplained = useIsExplained();
  return (code) => {
    const known = isExplained(code) ? code : UNKNOWN;
    const text = (part: keyof Explanation) => t(`${known}.${part}` as 'portal.unreadable.sentence');
    return { sentence: text('sentence'), cause: text('cause'), next: text('next') };
  };
}
