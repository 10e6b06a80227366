import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client';
import { pageOf, usePages } from '../api/pages';
import { Blankness } from '../elements/Blankness';
import { Confirm } from '../elements/Confirm';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { useErrorNotice, useNotice } from '../problems/notice';
import { isAdmin, seesAdmin, useMe } from '../signin/me';
import { Moment } from '../time/Moment';
import { AdminFrame } from './AdminFrame';

type Conflict = Schemas['Conflict'];
type Action = 'delete' | 'confirm' | 'dismiss';

interface Asking {
  conflict: Conflict;
  action: Action;
}

export function Component() {
  const { t } = useTranslation();
  const conflicts = usePages(
    ['conflicts'],
    (cursor) => answerOf(api.GET('/keys/conflicts', { params: { query: pageOf(cursor) } })),
    { enabled: seesAdmin(useMe()) },
  );
  const [asking, setAsking] = useState<Asking>();
  return (
    <AdminFrame title={t('conflicts.title')} lead={t('conflicts.lead')}>
      <Loaded query={conflicts}>
        {(all) =>
          all.length === 0 ? (
            <Blankness title={t('conflicts.none')} text={t('conflicts.noneText')} />
          ) : (
            <>
              <Conflicts conflicts={all} ask={setAsking} />
              <More pages={conflicts} />
            </>
          )
        }
      </Loaded>
      {asking && <Resolve asking={asking} onClose={() => setAsking(undefined)} />}
    </AdminFrame>
  );
}

function Conflicts({ conflicts, ask }: { conflicts: Conflict[]; ask: (asking: Asking) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Table aria-label={t('conflicts.title')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th>{t('conflicts.kind')}</Th>
          <Th>{t('conflicts.object')}</Th>
          <Th>{t('conflicts.found')}</Th>
          {isAdmin(me) && <Th screenReaderText={t('actions')} />}
        </Tr>
      </Thead>
      <Tbody>
        {conflicts.map((conflict) => (
          <Tr key={conflict.id}>
            <Td dataLabel={t('conflicts.kind')}>
              <span className="lm-strong">{t(`conflicts.kinds.${conflict.kind}`)}</span>
              <div className="lm-quiet">{t(`conflicts.meaning.${conflict.kind}`)}</div>
            </Td>
            <Td dataLabel={t('conflicts.object')}>
              <code className="lm-wrap">{conflict.object}</code>
              <div className="lm-quiet lm-wrap">{JSON.stringify(conflict.detail)}</div>
            </Td>
            <Td dataLabel={t('conflicts.found')}>
              <Moment iso={conflict.foundAt} />
            </Td>
            {isAdmin(me) && (
              <Td className="lm-actions">
                {conflict.kind === 'unknown_key' && (
                  <Button size="sm" variant="secondary" isDanger onClick={() => ask({ conflict, action: 'delete' })}>
                    {t('conflicts.delete')}
                  </Button>
                )}
                {conflict.kind === 'shrunken_listing' && (
                  <Button size="sm" variant="secondary" isDanger onClick={() => ask({ conflict, action: 'confirm' })}>
                    {t('conflicts.confirm')}
                  </Button>
                )}
                <Button size="sm" variant="secondary" onClick={() => ask({ conflict, action: 'dismiss' })}>
                  {t('conflicts.dismiss')}
                </Button>
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

// a key that is left is not asked about again; a listing that goes on missing keys is, and what is refused again
const LEFT = { unknown_key: 'dismiss', shrunken_listing: 'wait', refused: 'again' } as const;

function Resolve({ asking: { conflict, action }, onClose }: { asking: Asking; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const notice = useNotice();
  const onError = useErrorNotice();
  const mutation = useMutation({
    mutationFn: () => answerOf(api.POST('/keys/resolve-conflict', { body: { id: conflict.id, action } })),
    onSuccess: () => notice({ variant: 'success', title: t(`conflicts.done.${action}`) }),
    onError,
    onSettled: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: ['conflicts'] });
    },
  });
  const asked = action === 'dismiss' ? LEFT[conflict.kind] : action;
  return (
    <Confirm
      title={t(`conflicts.ask.${action}`)}
      action={t(`conflicts.${action}`)}
      isDanger={action !== 'dismiss'}
      isBusy={mutation.isPending}
      onConfirm={() => mutation.mutate()}
      onClose={onClose}
    >
      {t(`conflicts.askText.${asked}`)}
    </Confirm>
  );
}
