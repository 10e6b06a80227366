import { useId } from 'react';

interface Props {
  label: string;
  /** 1000 is full; more is drawn as full. */
  perMille: number;
  text: string;
}

const NEARLY = 800;
const FULL = 1000;

/** How much of a limit is used. The text says what the bar shows. */
export function Bar({ label, perMille, text }: Props) {
  const id = useId();
  const state = perMille >= FULL ? 'full' : perMille >= NEARLY ? 'nearly' : 'fine';
  return (
    <div className="lm-bar">
      <span id={id} className="pf-v6-screen-reader">
        {label}
      </span>
      <progress
        className={`lm-bar__track lm-bar__track--${state}`}
        aria-labelledby={id}
        aria-valuetext={text}
        max={FULL}
        value={Math.min(perMille, FULL)}
      />
    </div>
  );
}
