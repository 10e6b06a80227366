import { useLocale } from '../i18n/locale';
import type { Schemas } from '../api/client';
import { placesToShow, shiftPoint } from './decimal';

type Amount = Schemas['Money'];

/** `Intl` takes the decimal as the string that it is. */
function partsOf(money: Amount, language: string): Intl.NumberFormatPart[] {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: placesToShow(money.amount),
  }).formatToParts(money.amount as Intl.StringNumericLiteral);
}

/** An amount in the reader's language. */
export function formatMoney(money: Amount, language: string): string {
  return textOf(partsOf(money, language));
}

function textOf(parts: Intl.NumberFormatPart[]): string {
  return parts.map(({ value }) => value).join('');
}

/**
 * Money, rounded for reading, exact on hover. Below a cent, the zeros that only hold places step back behind the digits
 * that count.
 */
export function Money({ value }: { value: Amount }) {
  const locale = useLocale();
  const parts = partsOf(value, locale);
  const text = textOf(parts);
  const zeros = leadingZeros(parts);
  const start = text.indexOf(zeros);
  return (
    <span className="lm-number" title={`${value.amount} ${value.currency}`}>
      {text.slice(0, start)}
      {zeros && <span className="lm-zeros">{zeros}</span>}
      {text.slice(start + zeros.length)}
    </span>
  );
}

/** Such as `0.0000` of `0.000041`; empty where a cent or more is shown. */
function leadingZeros(parts: Intl.NumberFormatPart[]): string {
  const fraction = parts.find(({ type }) => type === 'fraction')?.value ?? '';
  const zeros = /^0{2,}(?=[1-9])/.exec(fraction)?.[0];
  if (zeros === undefined) return '';
  return textOf(parts.filter(({ type }) => type === 'integer' || type === 'decimal')) + zeros;
}

/** A price per token as people compare it: per million of them. */
export function perMillion(price: Amount): Amount {
  return { amount: shiftPoint(price.amount, 6), currency: price.currency };
}
