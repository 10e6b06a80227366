import { Checkbox } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';

interface Choice {
  name: string;
  note?: string | undefined;
}

interface Props {
  legend: string;
  choices: Choice[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** Several models out of some. */
export function ModelChoice({ legend, choices, chosen, onChange }: Props) {
  const { t } = useTranslation();
  const toggle = (name: string, on: boolean) =>
    onChange(on ? [...chosen, name] : chosen.filter((other) => other !== name));
  return (
    <fieldset className="lm-choice">
      <legend>
        {legend} <span className="lm-quiet">{t('choice.count', { chosen: chosen.length, all: choices.length })}</span>
      </legend>
      <div className="lm-choice__list">
        {choices.map(({ name, note }) => (
          <Checkbox
            key={name}
            id={`model-${name}`}
            label={name}
            description={note}
            isChecked={chosen.includes(name)}
            onChange={(_event, on) => toggle(name, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}
