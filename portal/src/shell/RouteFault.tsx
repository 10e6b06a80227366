import { Button } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Blankness } from '../elements/Blankness';
import { PageFrame } from '../elements/PageFrame';

/** A page that broke, or whose script could not be loaded; the rest of the portal goes on. */
export function RouteFault() {
  const { t } = useTranslation();
  return (
    <PageFrame title={t('fault.title')}>
      <Blankness title={t('fault.lead')} text={t('fault.text')}>
        <Button onClick={() => window.location.reload()}>{t('fault.reload')}</Button>
      </Blankness>
    </PageFrame>
  );
}
