import { Alert, Button } from '@patternfly/react-core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answerOf, api } from '../api/client';
import { useExplain } from '../problems/explanation';
import { Wordmark } from '../shell/Wordmark';
import { pageToReturnTo, signInAddress } from './returnTo';

/** Without the cookie, so that one of a session that has ended does not stand in the way. */
function useProvider() {
  return useQuery({
    queryKey: ['provider'],
    queryFn: () => answerOf(api.GET('/auth/provider', { credentials: 'omit' })),
    staleTime: Infinity,
  });
}

/** The way in, and where a sign-in ends that failed. */
export function Component() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const provider = useProvider();
  const queries = useQueryClient();
  // What was read belongs to who read it, so it goes with the session: here, where no page is left that would read it again.
  useEffect(() => {
    queries.removeQueries({ type: 'inactive' });
  }, [queries]);
  const problem = search.get('problem');
  const name = provider.data?.name;
  const action = problem ? t('signIn.again') : name ? t('signIn.with', { name }) : t('signIn.do');
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('brand')}`;
  }, [t]);
  return (
    <main className="lm-door">
      <div className="lm-door__card">
        <Wordmark />
        <h1>{t('signIn.title')}</h1>
        <p className="lm-page__lead">{t('signIn.lead')}</p>
        {problem && <Refusal code={problem} />}
        {search.has('signedOut') && !problem && (
          <Alert isInline component="p" variant="success" title={t('signIn.signedOut')} />
        )}
        <Button component="a" href={signInAddress(pageToReturnTo(search))} size="lg" isBlock>
          {action}
        </Button>
        {name && <p className="lm-quiet">{t('signIn.provider', { name })}</p>}
      </div>
    </main>
  );
}

function Refusal({ code }: { code: string }) {
  const { sentence, cause, next } = useExplain()(code);
  return (
    <Alert isInline component="p" variant="danger" title={sentence}>
      {cause} {next}
    </Alert>
  );
}
