import { Button, SearchInput } from '@patternfly/react-core';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Blankness } from '../elements/Blankness';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { PageFrame } from '../elements/PageFrame';
import { EVERYTHING, isFiltered, modesOf, passesFilter } from './filter';
import { FilterBar } from './FilterBar';
import { ModelTable } from './ModelTable';
import { useModels, type Model } from './models';

export function Component() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [filter, setFilter] = useState(EVERYTHING);
  const models = useModels(useDeferredValue(text.trim()));
  const clear = () => {
    setText('');
    setFilter(EVERYTHING);
  };
  return (
    <PageFrame title={t('models.title')} lead={t('models.lead')}>
      <div className="lm-tools">
        <SearchInput
          aria-label={t('models.search')}
          placeholder={t('models.search')}
          value={text}
          onChange={(_event, value) => setText(value)}
          onClear={() => setText('')}
        />
        <FilterBar modes={modesOf(models.data ?? [])} filter={filter} onChange={setFilter} />
      </div>
      <Loaded query={models} lines={6}>
        {(all) => (
          <>
            <Found
              models={all.filter((model) => passesFilter(model, filter))}
              isNarrowed={text !== '' || isFiltered(filter)}
              clear={clear}
            />
            <More pages={models} />
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

function Found({ models, isNarrowed, clear }: { models: Model[]; isNarrowed: boolean; clear: () => void }) {
  const { t } = useTranslation();
  if (models.length > 0) {
    return (
      <>
        <p className="pf-v6-screen-reader" role="status">
          {t('models.found', { count: models.length })}
        </p>
        <ModelTable models={models} />
      </>
    );
  }
  if (!isNarrowed) return <Blankness title={t('models.none')} text={t('models.noneText')} />;
  return (
    <Blankness title={t('models.noMatch')} text={t('models.noMatchText')}>
      <Button variant="secondary" onClick={clear}>
        {t('models.clear')}
      </Button>
    </Blankness>
  );
}
