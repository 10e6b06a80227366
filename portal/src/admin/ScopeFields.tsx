import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client';
import { pageOf, usePages } from '../api/pages';
import { useNames, usePeople } from './people';

type Scope = Schemas['BudgetRequest']['scope'];

interface Props {
  scope: Scope;
  scopeId: string;
  onChange: (part: { scope: Scope; scopeId: string }) => void;
}

const SCOPES: Scope[] = ['user', 'subscription', 'key'];

/** For whom a budget is: a user, a subscription or a key, chosen by its name. */
export function ScopeFields({ scope, scopeId, onChange }: Props) {
  const { t } = useTranslation();
  const choices = useChoices(scope);
  return (
    <>
      <FormGroup label={t('budgets.scope')} fieldId="scope">
        <FormSelect
          id="scope"
          value={scope}
          onChange={(_event, value) => onChange({ scope: value as Scope, scopeId: '' })}
        >
          {SCOPES.map((one) => (
            <FormSelectOption key={one} value={one} label={t(`budgets.scopes.${one}`)} />
          ))}
        </FormSelect>
      </FormGroup>
      <FormGroup label={t('budgets.for')} isRequired fieldId="scope-id">
        <FormSelect id="scope-id" value={scopeId} onChange={(_event, value) => onChange({ scope, scopeId: value })}>
          <FormSelectOption value="" label={t('budgets.choose')} isPlaceholder />
          {choices.map(({ id, label }) => (
            <FormSelectOption key={id} value={id} label={label} />
          ))}
        </FormSelect>
      </FormGroup>
    </>
  );
}

function useChoices(scope: Scope): { id: string; label: string }[] {
  const people = usePeople();
  const subscriptions = usePages(
    ['subscriptions', 'everybody'],
    (cursor) =>
      answerOf(
        api.GET('/subscriptions/list', { params: { query: { ...pageOf(cursor, 200), all: true, state: 'active' } } }),
      ),
    { enabled: scope === 'subscription' },
  );
  const keys = usePages(
    ['keys', 'everybody'],
    (cursor) => answerOf(api.GET('/keys/list', { params: { query: { ...pageOf(cursor, 200), all: true } } })),
    { enabled: scope === 'key' },
  );
  const owned = { user: [], subscription: subscriptions.data ?? [], key: keys.data ?? [] }[scope];
  const nameOf = useNames(owned.map((one) => one.ownerId));
  if (scope === 'user') {
    return (people.data ?? []).map((person) => ({ id: person.id, label: person.fullName || person.username }));
  }
  return owned.map((one) => ({ id: one.id, label: `${one.name} (${nameOf(one.ownerId)})` }));
}
