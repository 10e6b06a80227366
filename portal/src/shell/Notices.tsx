import { Alert, AlertActionCloseButton, AlertGroup } from '@patternfly/react-core';
import { useCallback, useState, type ReactNode } from 'react';
import { NoticeContext, type Notice } from '../problems/notice';

const SHOWN_FOR = 8_000;

interface Shown extends Notice {
  number: number;
}

let last = 0;

/** Where notices are shown, and read out. What failed stays until it is closed. */
export function Notices({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const close = (number: number) => setShown((notices) => notices.filter((notice) => notice.number !== number));
  const add = useCallback((notice: Notice) => setShown((notices) => [...notices, { ...notice, number: ++last }]), []);
  return (
    <NoticeContext value={add}>
      {children}
      <AlertGroup isToast isLiveRegion>
        {shown.map(({ number, variant, title, text }) => (
          <Alert
            key={number}
            component="p"
            variant={variant}
            title={title}
            timeout={variant === 'success' ? SHOWN_FOR : false}
            onTimeout={() => close(number)}
            actionClose={<AlertActionCloseButton onClose={() => close(number)} />}
          >
            {text}
          </Alert>
        ))}
      </AlertGroup>
    </NoticeContext>
  );
}
