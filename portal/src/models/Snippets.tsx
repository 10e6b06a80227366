import { ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyBlock } from '../elements/CopyBlock';
import { useMe } from '../signin/me';
import { curl, isCallable, python, type Call } from './snippets';

const PROGRAMS = { curl, python };
type Program = keyof typeof PROGRAMS;

/** A program that calls the model, in the language that one likes better. */
export function Snippets({ call }: { call: Omit<Call, 'url'> }) {
  const { t } = useTranslation();
  const { litellmUrl } = useMe();
  const [program, setProgram] = useState<Program>('curl');
  if (!isCallable(call.mode)) return <p className="lm-quiet">{t('snippets.unknownMode', { mode: call.mode })}</p>;
  if (litellmUrl === undefined) return <p className="lm-quiet">{t('snippets.noAddress')}</p>;
  return (
    <div className="lm-snippets">
      <ToggleGroup aria-label={t('snippets.language')} isCompact>
        {(Object.keys(PROGRAMS) as Program[]).map((name) => (
          <ToggleGroupItem
            key={name}
            text={t(`snippets.${name}`)}
            buttonId={`snippet-${name}`}
            isSelected={name === program}
            onChange={() => setProgram(name)}
          />
        ))}
      </ToggleGroup>
      <CopyBlock text={PROGRAMS[program]({ ...call, url: litellmUrl })} label={t(`snippets.${program}`)} />
      {call.value === undefined && <p className="lm-quiet">{t('snippets.setKey')}</p>}
    </div>
  );
}
