import { Alert, Button, Spinner } from '@patternfly/react-core';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem';

const WORDS: Record<string, ParseKeys> = {
  'litellm.unavailable': 'waiting.litellm',
  'litellm.throttled': 'waiting.throttled',
  'litellm.credential_refused': 'waiting.credential',
};

interface Props {
  reason: unknown;
  onStop: () => void;
}

/** That something has not been answered yet, why, and that it goes on by itself. */
export function Waiting({ reason, onStop }: Props) {
  const { t } = useTranslation();
  if (!(reason instanceof ProblemError)) return null;
  return (
    <Alert
      isInline
      isLiveRegion
      component="p"
      variant="info"
      customIcon={<Spinner size="md" aria-label={t('waiting.label')} />}
      title={t(WORDS[reason.code] ?? 'waiting.other')}
      actionLinks={
        <Button variant="link" isInline onClick={onStop}>
          {t('waiting.stop')}
        </Button>
      }
    >
      {t('waiting.text')}
    </Alert>
  );
}
