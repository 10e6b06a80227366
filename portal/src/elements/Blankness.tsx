import type { ReactNode } from 'react';

interface Props {
  title: string;
  text: string;
  /** The next step. */
  children?: ReactNode;
}

/** That there is nothing here yet, and what to do about it. */
export function Blankness({ title, text, children }: Props) {
  return (
    <div className="lm-blankness">
      <p className="lm-blankness__title">{title}</p>
      <p className="lm-blankness__text">{text}</p>
      {children && <div className="lm-blankness__next">{children}</div>}
    </div>
  );
}
