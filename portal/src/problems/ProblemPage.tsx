import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Facts } from '../elements/Facts';
import { LinkButton } from '../elements/LinkButton';
import { PageFrame } from '../elements/PageFrame';
import { useExplain, useIsExplained } from './explanation';

/** Where the `type` of a problem points: what it means, for whoever met it in a program or a log; signed in or not. */
export function Component() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const explanation = useExplain()(code);
  const known = useIsExplained()(code);
  const title = known ? explanation.sentence : t('notFound.title');
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`;
  }, [t, title]);
  return (
    <main className="lm-alone">
      <PageFrame title={title} lead={known ? <code>{code}</code> : t('notFound.text')}>
        {known && (
          <Facts
            items={[
              [t('problem.cause'), explanation.cause],
              [t('problem.next'), explanation.next],
            ]}
          />
        )}
        <LinkButton to="/">{t('notFound.home')}</LinkButton>
      </PageFrame>
    </main>
  );
}
