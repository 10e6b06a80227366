import { Alert, Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem';
import { codeOf, useExplain } from '../problems/explanation';
import { Blankness } from './Blankness';
import { PageFrame } from './PageFrame';

interface Props {
  error: unknown;
  retry?: (() => void) | undefined;
}

const NO_PERMISSION = 403;

/** A problem on screen: what happened, why, what to do, and what to quote when one asks for help. */
export function Fault({ error, retry }: Props) {
  const { t } = useTranslation();
  const explain = useExplain();
  if (error instanceof ProblemError && error.status === NO_PERMISSION && error.code === 'auth.forbidden') {
    return <NoPermission />;
  }
  const { sentence, cause, next } = explain(codeOf(error));
  const problem = error instanceof ProblemError ? error : undefined;
  return (
    <Alert isInline component="p" variant="danger" title={sentence} className="lm-fault">
      <p>
        {cause} {next}
      </p>
      {problem && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((field) => (
            <li key={field.field + field.message}>
              <code>{field.field}</code> {field.message}
            </li>
          ))}
        </ul>
      )}
      {problem?.traceId && (
        <p className="lm-quiet">
          {t('problem.quote')} <code>{problem.code}</code> <code>{problem.traceId}</code>
        </p>
      )}
      {retry && (
        <Button variant="secondary" size="sm" onClick={retry}>
          {t('problem.retry')}
        </Button>
      )}
    </Alert>
  );
}

/** For who came to a page that their role does not show. */
export function NoPermission() {
  const { t } = useTranslation();
  return <Blankness title={t('noPermission.title')} text={t('noPermission.text')} />;
}

/** A problem in place of the whole portal. */
export function FaultPage({ error, retry }: Props) {
  const { t } = useTranslation();
  return (
    <main>
      <PageFrame title={t('brand')}>
        <Fault error={error} retry={retry} />
      </PageFrame>
    </main>
  );
}
