import { FormGroup, TextInput } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { dayOf, endOf } from '../time/days';

/** Limits as they are typed; nothing means none. */
export interface Limits {
  rpm: string;
  tpm: string;
  until: string;
}

export const NO_LIMITS: Limits = { rpm: '', tpm: '', until: '' };

/** Limits as the API takes them. */
export function limitsIn({ rpm, tpm, until }: Limits) {
  return {
    ...(rpm ? { rpmLimit: Number(rpm) } : {}),
    ...(tpm ? { tpmLimit: Number(tpm) } : {}),
    ...(until ? { expiresAt: endOf(until) } : {}),
  };
}

const NUMBERS = ['rpm', 'tpm'] as const;

export function LimitFields({ limits, onChange }: { limits: Limits; onChange: (limits: Limits) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="lm-limits">
      <legend>{t('limits.title')}</legend>
      {NUMBERS.map((name) => (
        <FormGroup key={name} label={t(`limits.${name}`)} fieldId={name}>
          <TextInput
            id={name}
            type="number"
            min={1}
            step={1}
            value={limits[name]}
            placeholder={t('limits.none')}
            onChange={(_event, value) => onChange({ ...limits, [name]: value })}
          />
        </FormGroup>
      ))}
      <FormGroup label={t('limits.until')} fieldId="until">
        <TextInput
          id="until"
          type="date"
          min={dayOf(new Date())}
          value={limits.until}
          onChange={(_event, until) => onChange({ ...limits, until })}
        />
      </FormGroup>
    </fieldset>
  );
}
