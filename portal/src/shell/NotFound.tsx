import { useTranslation } from 'react-i18next';
import { Blankness } from '../elements/Blankness';
import { LinkButton } from '../elements/LinkButton';
import { PageFrame } from '../elements/PageFrame';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('notFound.title')}>
      <Blankness title={t('notFound.lead')} text={t('notFound.text')}>
        <LinkButton to="/">{t('notFound.home')}</LinkButton>
      </Blankness>
    </PageFrame>
  );
}
