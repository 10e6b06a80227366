import { Wordmark } from './Wordmark';

/** What is seen before the first page has been loaded. */
export function Blank() {
  return (
    <div className="lm-blank">
      <Wordmark />
    </div>
  );
}
