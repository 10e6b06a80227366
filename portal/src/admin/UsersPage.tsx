import { Button, Label, LabelGroup, SearchInput } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Blankness } from '../elements/Blankness';
import { Confirm } from '../elements/Confirm';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { useErrorNotice, useNotice } from '../problems/notice';
import { isAdmin, useMe } from '../signin/me';
import { Moment } from '../time/Moment';
import { AdminFrame } from './AdminFrame';
import { usePeople, useUserChange, type Person } from './people';

export function Component() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const people = usePeople(useDeferredValue(text.trim()));
  const [asking, setAsking] = useState<Person>();
  return (
    <AdminFrame title={t('users.title')} lead={t('users.lead')}>
      <div className="lm-tools">
        <SearchInput
          aria-label={t('users.search')}
          placeholder={t('users.search')}
          value={text}
          onChange={(_event, value) => setText(value)}
          onClear={() => setText('')}
        />
      </div>
      <Loaded query={people}>
        {(all) =>
          all.length === 0 ? (
            <Blankness title={t('users.none')} text={t('users.noneText')} />
          ) : (
            <>
              <People people={all} ask={setAsking} />
              <More pages={people} />
            </>
          )
        }
      </Loaded>
      {asking && <Ask person={asking} onClose={() => setAsking(undefined)} />}
    </AdminFrame>
  );
}

function People({ people, ask }: { people: Person[]; ask: (person: Person) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Table aria-label={t('users.title')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th width={20}>{t('users.name')}</Th>
          <Th width={15}>{t('users.roles')}</Th>
          <Th>{t('users.groups')}</Th>
          <Th>{t('users.lastSignIn')}</Th>
          {isAdmin(me) && <Th screenReaderText={t('actions')} />}
        </Tr>
      </Thead>
      <Tbody>
        {people.map((person) => (
          <Tr key={person.id}>
            <Td dataLabel={t('users.name')}>
              <span className="lm-strong">{person.fullName || person.username}</span>
              {(person.email ?? person.username) !== person.fullName && (
                <div className="lm-quiet">{person.email ?? person.username}</div>
              )}
            </Td>
            <Td dataLabel={t('users.roles')}>
              <LabelGroup aria-label={t('users.roles')}>
                {person.roles.map((role) => (
                  <Label key={role} isCompact color={role === 'user' ? 'grey' : 'purple'}>
                    {t(`users.role.${role}`)}
                  </Label>
                ))}
                {person.disabledAt ? (
                  <Label isCompact color="red">
                    {t('users.disabled')}
                  </Label>
                ) : null}
              </LabelGroup>
            </Td>
            <Td dataLabel={t('users.groups')} className="lm-quiet">
              {person.groups.join(', ')}
            </Td>
            <Td dataLabel={t('users.lastSignIn')}>
              <Moment iso={person.lastSignInAt} />
            </Td>
            {isAdmin(me) && (
              <Td className="lm-actions">
                {person.id !== me.id && (
                  <Button
                    variant="secondary"
                    size="sm"
                    isDanger={!person.disabledAt}
                    aria-label={t(person.disabledAt ? 'users.enableOf' : 'users.disableOf', { name: person.username })}
                    onClick={() => ask(person)}
                  >
                    {t(person.disabledAt ? 'users.enable' : 'users.disable')}
                  </Button>
                )}
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Ask({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const errorNotice = useErrorNotice();
  const change = person.disabledAt ? 'enable' : 'disable';
  const name = person.fullName || person.username;
  const mutation = useUserChange(
    change,
    () => {
      notice({ variant: 'success', title: t(`users.done.${change}`, { name }) });
      onClose();
    },
    (error) => {
      errorNotice(error);
      onClose();
    },
  );
  return (
    <Confirm
      title={t(`users.ask.${change}`, { name })}
      action={t(`users.${change}`)}
      isDanger={change === 'disable'}
      isBusy={mutation.isPending}
      onConfirm={() => mutation.mutate(person.id)}
      onClose={onClose}
    >
      {t(`users.askText.${change}`)}
    </Confirm>
  );
}
