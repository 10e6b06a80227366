import { Label, Spinner, type LabelProps } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { follows, hasEnded, type VirtualKey } from './keys';

function colourOf(key: VirtualKey): NonNullable<LabelProps['color']> {
  if (key.state === 'valid') return 'green';
  if (key.state === 'pending') return 'blue';
  return hasEnded(key) ? 'grey' : 'orange';
}

/** Whether a key may call models, and whether LiteLLM has heard of it. */
export function KeyState({ of: key }: { of: VirtualKey }) {
  const { t } = useTranslation();
  return (
    <span className="lm-state">
      <Label isCompact color={colourOf(key)}>
        {t(`keys.states.${key.state}`)}
      </Label>
      {follows(key) && (
        <span className="lm-quiet lm-state__sync">
          <Spinner size="sm" aria-hidden /> {t('keys.syncing')}
        </span>
      )}
    </span>
  );
}
