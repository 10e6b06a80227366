import { Button } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SAID_FOR = 3_000;

/** A text to be taken along, as it stands. */
export function CopyBlock({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<'copied' | 'notCopied'>();
  useEffect(() => {
    const timer = setTimeout(() => setSaid(undefined), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('notCopied'),
    );
  return (
    <div className="lm-copy">
      <pre tabIndex={0} role="region" aria-label={label}>
        <code>{text}</code>
      </pre>
      <Button variant="secondary" size="sm" onClick={copy} aria-label={t('copy.label', { what: label })}>
        {t(said === 'copied' ? 'copy.done' : 'copy.do')}
      </Button>
      <span className="pf-v6-screen-reader" role="status">
        {said ? t(`copy.${said}`) : ''}
      </span>
    </div>
  );
}
