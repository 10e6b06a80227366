import { Alert } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Chips } from '../elements/Chips';
import { CopyBlock } from '../elements/CopyBlock';
import { LinkButton } from '../elements/LinkButton';
import { Panel } from '../elements/Panel';
import { useModel } from '../models/models';
import { Snippets } from '../models/Snippets';

/** The key's value, this once, and how to use it. It lives in this component and nowhere else. */
export function Issued({ issued }: { issued: Schemas['IssuedKey'] }) {
  const { t } = useTranslation();
  const first = issued.models[0] ?? '';
  const model = useModel(first);
  return (
    <div className="lm-stack">
      <Panel title={t('keys.value')}>
        <Alert isInline component="p" variant="warning" title={t('keys.onceTitle')}>
          {t('keys.onceText')}
        </Alert>
        <CopyBlock text={issued.value} label={t('keys.value')} />
        <p>{t('keys.canCall')}</p>
        <Chips names={issued.models} label={t('keys.canCall')} />
      </Panel>
      <Panel title={t('keys.tryIt')}>
        <Snippets call={{ model: first, mode: model.data?.mode ?? 'chat', value: issued.value }} />
      </Panel>
      <div className="lm-form__actions">
        <LinkButton to={`/keys/${issued.id}`}>{t('keys.kept')}</LinkButton>
        <LinkButton to="/usage" variant="link">
          {t('keys.seeUsage')}
        </LinkButton>
      </div>
    </div>
  );
}
