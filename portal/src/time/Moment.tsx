import { useLocale } from '../i18n/locale';

type Style = 'day' | 'minute';

const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'medium' },
  minute: { dateStyle: 'medium', timeStyle: 'short' },
};

export function formatMoment(iso: string, language: string, style: Style = 'minute'): string {
  return new Intl.DateTimeFormat(language, STYLES[style]).format(new Date(iso));
}

/** A moment in the browser's time zone, with UTC on hover. */
export function Moment({ iso, style = 'minute' }: { iso: string; style?: Style }) {
  const locale = useLocale();
  return (
    <time dateTime={iso} title={`${iso.replace('T', ' ').replace(/(\.\d+)?Z$/, '')} UTC`}>
      {formatMoment(iso, locale, style)}
    </time>
  );
}

/** A calendar day, which has no zone: `2026-11-24` is that day wherever it is read. */
export function formatDay(
  day: string,
  language: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
) {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
