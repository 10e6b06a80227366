import { Checkbox, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Filter } from './filter';

interface Props {
  modes: string[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}

const ABILITIES = ['vision', 'functions', 'open'] as const;

export function FilterBar({ modes, filter, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="lm-filters" role="group" aria-label={t('models.filters')}>
      <FormSelect
        aria-label={t('models.mode')}
        value={filter.mode}
        onChange={(_event, mode) => onChange({ ...filter, mode })}
      >
        <FormSelectOption value="" label={t('models.anyMode')} />
        {modes.map((mode) => (
          <FormSelectOption key={mode} value={mode} label={mode} />
        ))}
      </FormSelect>
      {ABILITIES.map((ability) => (
        <Checkbox
          key={ability}
          id={`filter-${ability}`}
          label={t(`models.filter.${ability}`)}
          isChecked={filter[ability]}
          onChange={(_event, checked) => onChange({ ...filter, [ability]: checked })}
        />
      ))}
    </div>
  );
}
