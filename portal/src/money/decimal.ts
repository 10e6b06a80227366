/** Decimal strings as the API sends them. None of this goes through a float, which has no tenth of a cent. */

const FORM = /^(-?)(\d+)(?:\.(\d+))?$/;

interface Parts {
  negative: boolean;
  whole: string;
  fraction: string;
}

function parts(decimal: string): Parts {
  const match = FORM.exec(decimal);
  if (!match) throw new RangeError(`not a decimal: ${decimal}`);
  return { negative: match[1] === '-', whole: match[2] ?? '0', fraction: match[3] ?? '' };
}

/** The number times 10^-scale, exact. */
function unscaled(decimal: string, scale: number): bigint {
  const { negative, whole, fraction } = parts(decimal);
  const digits = BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale));
  return negative ? -digits : digits;
}

function scaleOf(...decimals: string[]): number {
  return Math.max(...decimals.map((decimal) => parts(decimal).fraction.length));
}

/** Ten times as much for each place, such as a price per token for one per million. */
export function shiftPoint(decimal: string, places: number): string {
  const { negative, whole, fraction } = parts(decimal);
  const digits = whole + fraction.padEnd(places, '0');
  const point = whole.length + places;
  const head = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const tail = digits.slice(point).replace(/0+$/, '');
  return (negative ? '-' : '') + head + (tail ? `.${tail}` : '');
}

export function compare(a: string, b: string): number {
  const scale = scaleOf(a, b);
  const difference = unscaled(a, scale) - unscaled(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** How many per mille of the whole a part is, rounded down; the whole itself where there is no whole. */
export function perMille(part: string, whole: string): number {
  const scale = scaleOf(part, whole);
  const divisor = unscaled(whole, scale);
  if (divisor <= 0n) return 1000;
  return Number((unscaled(part, scale) * 1000n) / divisor);
}

export function isZero(decimal: string): boolean {
  return /^-?0+(\.0+)?$/.test(decimal);
}

/** How many places show two digits that are not zero, for amounts below a cent. */
export function placesToShow(decimal: string): number {
  const { whole, fraction } = parts(decimal);
  if (!/^0+$/.test(whole)) return 2;
  const leading = /^0*/.exec(fraction)?.[0].length ?? 0;
  return leading >= fraction.length ? 2 : Math.max(2, Math.min(leading + 2, 12));
}
