import { useId, type ReactNode } from 'react';

interface Props {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page that has a name. */
export function Panel({ title, action, children }: Props) {
  const id = useId();
  return (
    <section className="lm-panel" aria-labelledby={id}>
      <header className="lm-panel__head">
        <h2 id={id}>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
