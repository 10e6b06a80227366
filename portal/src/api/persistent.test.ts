import { describe, expect, it } from 'vitest';
import { waitFor } from './persistent';
import { ProblemError } from './problem';

const away = (retryAfter?: number) => new ProblemError('litellm.throttled', 503, '', undefined, [], retryAfter);

describe('how long a change waits before it is sent again', () => {
  it.each([
    [1, undefined, 2_000],
    [3, undefined, 6_000],
    [20, undefined, 15_000],
  ])('after %i failures of which none says when to come again', (failures, asked, wait) => {
    expect(waitFor(failures, away(asked))).toBe(wait);
  });

  it.each([
    [1, 1, 2_000],
    [1, 12, 12_000],
    [20, 1, 15_000],
    [1, 60, 60_000],
    [1, 300, 300_000],
    [1, 4_000, 300_000],
  ])('after %i failures, the last of which asks for %i seconds', (failures, asked, wait) => {
    expect(waitFor(failures, away(asked))).toBe(wait);
  });
});
