import { Button, Form, FormGroup, FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client';
import { useIdempotencyKey } from '../api/idempotency';
import { usePersistentChange } from '../api/persistent';
import { Fault } from '../elements/Fault';
import { LimitFields, limitsIn, NO_LIMITS } from '../elements/LimitFields';
import { LinkButton } from '../elements/LinkButton';
import { ModelChoice } from '../elements/ModelChoice';
import { Waiting } from '../elements/Waiting';
import type { Subscription } from '../subscriptions/subscriptions';
import { Preview } from './Preview';

interface Props {
  subscriptions: Subscription[];
  first: Subscription;
  onIssued: (key: Schemas['IssuedKey']) => void;
}

export function IssueForm({ subscriptions, first, onIssued }: Props) {
  const { t } = useTranslation();
  const [subscription, setSubscription] = useState(first);
  const [name, setName] = useState('');
  const [models, setModels] = useState(first.models);
  const [limits, setLimits] = useState(NO_LIMITS);
  const issue = useIssue(onIssued);
  const choose = (id: string) => {
    const chosen = subscriptions.find((candidate) => candidate.id === id) ?? subscription;
    setSubscription(chosen);
    setModels(chosen.models);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    issue.start({ subscriptionId: subscription.id, name: name.trim(), models, ...limitsIn(limits) });
  };
  return (
    <div className="lm-columns lm-columns--form">
      <Form onSubmit={submit} className="lm-form">
        <FormGroup label={t('keys.name')} isRequired fieldId="name">
          <TextInput
            id="name"
            isRequired
            maxLength={100}
            value={name}
            placeholder={t('keys.namePlaceholder')}
            onChange={(_event, value) => setName(value)}
          />
        </FormGroup>
        <FormGroup label={t('keys.subscription')} isRequired fieldId="subscription">
          <FormSelect id="subscription" value={subscription.id} onChange={(_event, id) => choose(id)}>
            {subscriptions.map((candidate) => (
              <FormSelectOption key={candidate.id} value={candidate.id} label={candidate.name} />
            ))}
          </FormSelect>
        </FormGroup>
        <ModelChoice
          legend={t('keys.models')}
          choices={subscription.models.map((model) => ({ name: model }))}
          chosen={models}
          onChange={setModels}
        />
        <LimitFields limits={limits} onChange={setLimits} />
        {issue.waitingFor && <Waiting reason={issue.waitingFor} onStop={issue.stop} />}
        {issue.error && <Fault error={issue.error} />}
        <div className="lm-form__actions">
          <Button
            type="submit"
            isLoading={issue.isPending}
            isDisabled={issue.isPending || name.trim() === '' || models.length === 0}
          >
            {t('keys.issue')}
          </Button>
          <LinkButton to="/keys" variant="link">
            {t('cancel')}
          </LinkButton>
        </div>
      </Form>
      <Preview models={models} subscription={subscription} limits={limitsIn(limits)} />
    </div>
  );
}

function useIssue(onIssued: (key: Schemas['IssuedKey']) => void) {
  const idempotency = useIdempotencyKey();
  const queries = useQueryClient();
  return usePersistentChange(
    (body: Schemas['KeyRequest']) =>
      answerOf(api.POST('/keys/issue', { body, params: { header: idempotency.headerFor(body) } })),
    (issued) => {
      void queries.invalidateQueries({ queryKey: ['keys'] });
      onIssued(issued);
    },
    idempotency.renew,
  );
}
