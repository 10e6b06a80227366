import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../i18n/locale';
import { Link } from 'react-router';
import { Money, perMillion } from '../money/Money';
import { Abilities } from './Abilities';
import type { Model } from './models';

export function modelPage(name: string): string {
  return `/models/${encodeURIComponent(name)}`;
}

export function ModelTable({ models }: { models: Model[] }) {
  const { t } = useTranslation();
  const number = useNumbers();
  return (
    <Table aria-label={t('models.title')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th>{t('models.name')}</Th>
          <Th>{t('models.abilities')}</Th>
          <Th className="lm-right">{t('models.context')}</Th>
          <Th className="lm-right">{t('models.input')}</Th>
          <Th className="lm-right">{t('models.output')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {models.map((model) => (
          <Tr key={model.name}>
            <Td dataLabel={t('models.name')}>
              <Link to={modelPage(model.name)} className="lm-strong">
                {model.name}
              </Link>
              {model.provider && <div className="lm-quiet">{model.provider}</div>}
            </Td>
            <Td dataLabel={t('models.abilities')}>
              <Abilities model={model} />
            </Td>
            <Td dataLabel={t('models.context')} className="lm-right">
              {model.maxInputTokens === undefined ? t('none') : number.format(model.maxInputTokens)}
            </Td>
            <Td dataLabel={t('models.input')} className="lm-right">
              {model.inputCostPerToken ? <Money value={perMillion(model.inputCostPerToken)} /> : t('none')}
            </Td>
            <Td dataLabel={t('models.output')} className="lm-right">
              {model.outputCostPerToken ? <Money value={perMillion(model.outputCostPerToken)} /> : t('none')}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
