import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Money } from './Money';

/** What is written, with what steps back in brackets. */
function written(amount: string): string {
  const { container } = render(<Money value={{ amount, currency: 'USD' }} />);
  for (const quiet of container.querySelectorAll('.lm-zeros')) quiet.textContent = `[${quiet.textContent}]`;
  return container.textContent ?? '';
}

describe('money', () => {
  it.each([
    ['0.0000405', '$[0.0000]41'],
    ['-0.0000405', '-$[0.0000]41'],
    ['0.05', '$0.05'],
    ['0', '$0.00'],
    ['12.005', '$12.01'],
  ])('%s shows the digits that count: %s', (amount, shown) => {
    expect(written(amount)).toBe(shown);
  });
});
