import { Label, LabelGroup } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import type { Model } from './models';

export function Abilities({ model }: { model: Model }) {
  const { t } = useTranslation();
  return (
    <LabelGroup numLabels={9} aria-label={t('models.abilities')}>
      <Label isCompact>{model.mode}</Label>
      {model.supportsVision ? (
        <Label isCompact color="blue">
          {t('models.vision')}
        </Label>
      ) : null}
      {model.supportsFunctionCalling ? (
        <Label isCompact color="blue">
          {t('models.functions')}
        </Label>
      ) : null}
      {model.restricted ? (
        <Label isCompact color="orange">
          {t('models.restricted')}
        </Label>
      ) : null}
      {model.goneAt ? (
        <Label isCompact color="red">
          {t('models.gone')}
        </Label>
      ) : null}
    </LabelGroup>
  );
}
