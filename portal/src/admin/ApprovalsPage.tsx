import { Button, FormGroup, TextArea } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { pageOf, usePages } from '../api/pages';
import { Blankness } from '../elements/Blankness';
import { Chips } from '../elements/Chips';
import { Confirm } from '../elements/Confirm';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { useErrorNotice, useNotice } from '../problems/notice';
import { isAdmin, seesAdmin, useMe } from '../signin/me';
import type { Subscription } from '../subscriptions/subscriptions';
import { Terms } from '../subscriptions/Terms';
import { Moment } from '../time/Moment';
import { AdminFrame } from './AdminFrame';
import { useNames } from './people';

const EVERY = 10_000;

interface Decision {
  subscription: Subscription;
  approve: boolean;
}

function useWaiting(enabled: boolean) {
  return usePages(
    ['subscriptions', 'waiting'],
    (cursor) =>
      answerOf(
        api.GET('/subscriptions/list', { params: { query: { ...pageOf(cursor), all: true, state: 'pending' } } }),
      ),
    { whileChanging: () => EVERY, enabled },
  );
}

export function Component() {
  const { t } = useTranslation();
  const waiting = useWaiting(seesAdmin(useMe()));
  const [decision, setDecision] = useState<Decision>();
  return (
    <AdminFrame title={t('approvals.title')} lead={t('approvals.lead')}>
      <Loaded query={waiting}>
        {(items) =>
          items.length === 0 ? (
            <Blankness title={t('approvals.none')} text={t('approvals.noneText')} />
          ) : (
            <>
              <Waiting items={items} decide={setDecision} />
              <More pages={waiting} />
            </>
          )
        }
      </Loaded>
      {decision && <Decide decision={decision} onClose={() => setDecision(undefined)} />}
    </AdminFrame>
  );
}

function Waiting({ items, decide }: { items: Subscription[]; decide: (decision: Decision) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const nameOf = useNames(items.map((item) => item.ownerId));
  return (
    <Table aria-label={t('approvals.title')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th>{t('approvals.who')}</Th>
          <Th>{t('subscriptions.name')}</Th>
          <Th>{t('subscriptions.models')}</Th>
          <Th>{t('subscriptions.requested')}</Th>
          {isAdmin(me) && <Th screenReaderText={t('actions')} />}
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => (
          <Tr key={item.id}>
            <Td dataLabel={t('approvals.who')}>{nameOf(item.ownerId)}</Td>
            <Td dataLabel={t('subscriptions.name')}>
              <span className="lm-strong">{item.name}</span>
              <Terms of={item} />
            </Td>
            <Td dataLabel={t('subscriptions.models')}>
              <Chips names={item.models} label={t('subscriptions.models')} />
            </Td>
            <Td dataLabel={t('subscriptions.requested')}>
              <Moment iso={item.requestedAt} />
            </Td>
            {isAdmin(me) && (
              <Td className="lm-actions">
                <Button size="sm" onClick={() => decide({ subscription: item, approve: true })}>
                  {t('approvals.approve')}
                </Button>
                <Button
                  size="sm"
                  variant="secondary"
                  isDanger
                  onClick={() => decide({ subscription: item, approve: false })}
                >
                  {t('approvals.reject')}
                </Button>
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Decide({ decision: { subscription, approve }, onClose }: { decision: Decision; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const notice = useNotice();
  const onError = useErrorNotice();
  const word = approve ? 'approve' : 'reject';
  const mutation = useMutation({
    mutationFn: () => {
      const { id, version } = subscription;
      const body = { id, version, approve, ...(reason.trim() ? { reason: reason.trim() } : {}) };
      return answerOf(api.POST('/subscriptions/decide', { body }));
    },
    onSuccess: () => notice({ variant: 'success', title: t(`approvals.done.${word}`, { name: subscription.name }) }),
    onError,
    onSettled: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: ['subscriptions'] });
    },
  });
  return (
    <Confirm
      title={t(`approvals.ask.${word}`, { name: subscription.name })}
      action={t(`approvals.${word}`)}
      isDanger={!approve}
      isBusy={mutation.isPending}
      onConfirm={() => mutation.mutate()}
      onClose={onClose}
    >
      <FormGroup label={t('approvals.reason')} fieldId="reason">
        <TextArea id="reason" maxLength={500} value={reason} onChange={(_event, value) => setReason(value)} />
      </FormGroup>
    </Confirm>
  );
}
