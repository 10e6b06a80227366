import { Alert, Button, Spinner } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem';

interface Props {
  reason: unknown;
  onStop: () => void;
}

/** That something has not been answered yet, why, and that it goes on by itself. */
export function Waiting({ reason, onStop }: Props) {
  const { t } = useTranslation();
  if (!(reason instanceof ProblemError)) return null;
  const isLiteLlm = reason.code === 'litellm.unavailable';
  return (
    <Alert
      isInline
      isLiveRegion
      component="p"
      variant="info"
      customIcon={<Spinner size="md" aria-label={t('waiting.label')} />}
      title={t(isLiteLlm ? 'waiting.litellm' : 'waiting.other')}
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
