import { describe, expect, it } from 'vitest';
import { compare, isZero, perMille, placesToShow, shiftPoint } from './decimal';
import { formatMoney } from './Money';

describe('a decimal', () => {
  it.each([
    ['0.0000001', 6, '0.1'],
    ['0.00000015', 6, '0.15'],
    ['12.5', 6, '12500000'],
    ['0', 6, '0'],
    ['-0.000003', 6, '-3'],
    ['0.123456789012345678901234567890', 6, '123456.78901234567890123456789'],
  ])('%s has its point shifted by %i places: %s', (decimal, places, shifted) => {
    expect(shiftPoint(decimal, places)).toBe(shifted);
  });

  it('is compared where floats would see no difference', () => {
    expect(compare('0.100000000000000000000000000001', '0.1')).toBe(1);
    expect(compare('-2', '-1.999')).toBe(-1);
    expect(compare('1.50', '1.5')).toBe(0);
  });

  it('is a part of another, rounded down', () => {
    expect(perMille('9.999999999', '10')).toBe(999);
    expect(perMille('10', '10.00')).toBe(1000);
    expect(perMille('25', '10')).toBe(2500);
    expect(perMille('1', '0')).toBe(1000);
  });

  it('shows two digits of what is below a cent', () => {
    expect(placesToShow('0.0000405')).toBe(6);
    expect(placesToShow('12.3456')).toBe(2);
    expect(placesToShow('0.00')).toBe(2);
    expect(isZero('0.000')).toBe(true);
    expect(isZero('0.001')).toBe(false);
  });

  it('is formatted without a float', () => {
    const money = (amount: string) => formatMoney({ amount, currency: 'USD' }, 'en-US');
    expect(money('123456789012345.67')).toBe('$123,456,789,012,345.67');
    expect(money('0.0000405')).toBe('$0.000041');
    expect(formatMoney({ amount: '1234.5', currency: 'USD' }, 'de')).toBe('1.234,50\u00a0$');
  });

  it('refuses what is none', () => {
    expect(() => compare('1e5', '1')).toThrow(RangeError);
  });
});
