import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

interface Props {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

let firstAddress: string | undefined = window.location.href;

/** A page: its heading, which takes the focus when one comes from another page, and what belongs to it. */
export function PageFrame({ title, lead, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    if (firstAddress === undefined) heading.current?.focus({ preventScroll: true });
    firstAddress = undefined;
  }, [pathname]);
  return (
    <div className="lm-page">
      <header className="lm-page__head">
        <div className="lm-page__title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="lm-page__lead">{lead}</p>}
        </div>
        {actions && <div className="lm-page__actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
