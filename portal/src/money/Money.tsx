import { useLocale } from '../i18n/locale';
import type { Schemas } from '../api/client';
import { placesToShow, shiftPoint } from './decimal';

type Amount = Schemas['Money'];

/** An amount in the reader's language. `Intl` takes the decimal as the string that it is. */
export function formatMoney(money: Amount, language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: placesToShow(money.amount),
  }).format(money.amount as Intl.StringNumericLiteral);
}

/** Money, rounded for reading, exact on hover. */
export function Money({ value }: { value: Amount }) {
  const locale = useLocale();
  return (
    <span className="lm-number" title={`${value.amount} ${value.currency}`}>
      {formatMoney(value, locale)}
    </span>
  );
}

/** A price per token as people compare it: per million of them. */
export function perMillion(price: Amount): Amount {
  return { amount: shiftPoint(price.amount, 6), currency: price.currency };
}
