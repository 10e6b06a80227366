import { Button, Form, FormGroup, TextInput } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { answerOf, api, type Schemas } from '../api/client';
import { useIdempotencyKey } from '../api/idempotency';
import { usePersistentChange } from '../api/persistent';
import { Fault } from '../elements/Fault';
import { LimitFields, limitsIn, NO_LIMITS } from '../elements/LimitFields';
import { LinkButton } from '../elements/LinkButton';
import { Loaded } from '../elements/Loaded';
import { ModelChoice } from '../elements/ModelChoice';
import { PageFrame } from '../elements/PageFrame';
import { Waiting } from '../elements/Waiting';
import { useModels, type Model } from '../models/models';
import { useNotice } from '../problems/notice';

export function Component() {
  const { t } = useTranslation();
  const models = useModels();
  return (
    <PageFrame title={t('subscriptions.request')} lead={t('subscriptions.requestLead')}>
      <Loaded query={models} lines={6}>
        {(all) => <RequestForm models={all} />}
      </Loaded>
    </PageFrame>
  );
}

function RequestForm({ models }: { models: Model[] }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [name, setName] = useState('');
  const [limits, setLimits] = useState(NO_LIMITS);
  const [chosen, setChosen] = useState(() =>
    models.map((model) => model.name).filter((model) => model === search.get('model')),
  );
  const request = useRequest();
  const needsApproval = models.some((model) => model.restricted && chosen.includes(model.name));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.start({ name: name.trim(), models: chosen, ...limitsIn(limits) });
  };
  return (
    <Form onSubmit={submit} className="lm-form">
      <FormGroup label={t('subscriptions.name')} isRequired fieldId="name">
        <TextInput
          id="name"
          isRequired
          maxLength={100}
          value={name}
          placeholder={t('subscriptions.namePlaceholder')}
          onChange={(_event, value) => setName(value)}
        />
      </FormGroup>
      <ModelChoice
        legend={t('subscriptions.models')}
        choices={models.map((model) => ({
          name: model.name,
          note: model.restricted ? t('models.restricted') : undefined,
        }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <LimitFields limits={limits} onChange={setLimits} />
      {needsApproval && <p className="lm-quiet">{t('subscriptions.needsApproval')}</p>}
      {request.waitingFor && <Waiting reason={request.waitingFor} onStop={request.stop} />}
      {request.error && <Fault error={request.error} />}
      <div className="lm-form__actions">
        <Button
          type="submit"
          isLoading={request.isPending}
          isDisabled={request.isPending || name.trim() === '' || chosen.length === 0}
        >
          {t('subscriptions.send')}
        </Button>
        <LinkButton to="/subscriptions" variant="link">
          {t('cancel')}
        </LinkButton>
      </div>
    </Form>
  );
}

function useRequest() {
  const { t } = useTranslation();
  const idempotency = useIdempotencyKey();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notice = useNotice();
  return usePersistentChange(
    (body: Schemas['SubscriptionRequest']) =>
      answerOf(api.POST('/subscriptions/request', { body, params: { header: idempotency.headerFor(body) } })),
    (made) => {
      void queries.invalidateQueries({ queryKey: ['subscriptions'] });
      notice({
        variant: 'success',
        title: t(`subscriptions.requestedNow.${made.state === 'active' ? 'active' : 'pending'}`),
      });
      void navigate('/subscriptions');
    },
    idempotency.renew,
  );
}
