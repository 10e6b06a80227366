import { useTranslation } from 'react-i18next';
import { useNumbers } from '../i18n/locale';
import { useParams } from 'react-router';
import { Facts } from '../elements/Facts';
import { LinkButton } from '../elements/LinkButton';
import { Loaded } from '../elements/Loaded';
import { PageFrame } from '../elements/PageFrame';
import { Panel } from '../elements/Panel';
import { Money, perMillion } from '../money/Money';
import { Moment } from '../time/Moment';
import { Abilities } from './Abilities';
import { useModel, type Model } from './models';
import { Snippets } from './Snippets';

export function Component() {
  const { t } = useTranslation();
  const { name = '' } = useParams();
  const model = useModel(name);
  return (
    <PageFrame
      title={name}
      lead={model.data?.description}
      actions={
        model.data && (
          <LinkButton to={`/subscriptions/new?model=${encodeURIComponent(name)}`}>{t('models.subscribe')}</LinkButton>
        )
      }
    >
      <Loaded query={model} lines={6}>
        {(found) => <Details model={found} />}
      </Loaded>
    </PageFrame>
  );
}

function Details({ model }: { model: Model }) {
  const { t } = useTranslation();
  const number = useNumbers();
  const tokens = (count: number | undefined) =>
    count === undefined ? undefined : t('models.tokens', { count, number: number.format(count) });
  return (
    <div className="lm-columns">
      <Panel title={t('models.facts')}>
        <Abilities model={model} />
        <Facts
          items={[
            [t('models.provider'), model.provider],
            [t('models.contextIn'), tokens(model.maxInputTokens)],
            [t('models.contextOut'), tokens(model.maxOutputTokens)],
            [t('models.inputPrice'), model.inputCostPerToken && <Money value={perMillion(model.inputCostPerToken)} />],
            [
              t('models.outputPrice'),
              model.outputCostPerToken && <Money value={perMillion(model.outputCostPerToken)} />,
            ],
            [t('models.deployments'), number.format(model.deployments)],
            [t('models.seen'), <Moment key="seen" iso={model.seenAt} />],
            [t('models.goneSince'), model.goneAt && <Moment iso={model.goneAt} />],
          ]}
        />
        {model.restricted && <p className="lm-quiet">{t('models.restrictedText')}</p>}
      </Panel>
      <Panel title={t('models.call')}>
        <Snippets call={{ model: model.name, mode: model.mode }} />
      </Panel>
    </div>
  );
}
