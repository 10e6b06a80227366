import { createContext, useContext } from 'react';
import { useExplain, codeOf } from './explanation';

export interface Notice {
  variant: 'success' | 'danger';
  title: string;
  text?: string;
}

export const NoticeContext = createContext<(notice: Notice) => void>(() => undefined);

/** Says in passing what became of something that was done. */
export function useNotice() {
  return useContext(NoticeContext);
}

/** Says in passing why something could not be done. */
export function useErrorNotice() {
  const notice = useNotice();
  const explain = useExplain();
  return (error: unknown) => {
    const { sentence, next } = explain(codeOf(error));
    notice({ variant: 'danger', title: sentence, text: next });
  };
}
