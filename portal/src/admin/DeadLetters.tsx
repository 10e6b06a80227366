import { Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { Confirm } from '../elements/Confirm';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { Panel } from '../elements/Panel';
import { useErrorNotice, useNotice } from '../problems/notice';
import { isAdmin, useMe } from '../signin/me';
import { Moment } from '../time/Moment';
import { useDeadLetters, useResend } from './letters';

type DeadLetter = Schemas['DeadLetter'];

/** Events that a room did not take however often they were tried, until somebody sends them again. */
export function DeadLetters() {
  const { t } = useTranslation();
  const letters = useDeadLetters();
  const [asking, setAsking] = useState<DeadLetter>();
  return (
    <Panel title={t('deadLetters.title')}>
      <p className="lm-quiet">{t('deadLetters.lead')}</p>
      <Loaded query={letters} lines={2}>
        {(all) =>
          all.length === 0 ? (
            <p>{t('deadLetters.none')}</p>
          ) : (
            <>
              <Waiting letters={all} resend={setAsking} />
              <More pages={letters} />
            </>
          )
        }
      </Loaded>
      {asking && <Resend letter={asking} onClose={() => setAsking(undefined)} />}
    </Panel>
  );
}

function Waiting({ letters, resend }: { letters: DeadLetter[]; resend: (letter: DeadLetter) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Table aria-label={t('deadLetters.title')} variant="compact" className="lm-table">
      <Thead>
        <Tr>
          <Th>{t('deadLetters.event')}</Th>
          <Th>{t('deadLetters.handler')}</Th>
          <Th>{t('deadLetters.answer')}</Th>
          <Th>{t('deadLetters.givenUp')}</Th>
          {isAdmin(me) && <Th screenReaderText={t('actions')} />}
        </Tr>
      </Thead>
      <Tbody>
        {letters.map((letter) => (
          <Tr key={letter.id}>
            <Td dataLabel={t('deadLetters.event')}>
              <code className="lm-wrap">{letter.type}</code>
              <div className="lm-quiet lm-wrap">{letter.job ?? letter.subject}</div>
            </Td>
            <Td dataLabel={t('deadLetters.handler')}>
              <code className="lm-wrap">{letter.handler}</code>
            </Td>
            <Td dataLabel={t('deadLetters.answer')}>
              {letter.code ?? t('deadLetters.noAnswer')}
              {letter.reason && <div className="lm-quiet lm-wrap">{letter.reason}</div>}
            </Td>
            <Td dataLabel={t('deadLetters.givenUp')}>
              <Moment iso={letter.lastAt} />
              <div className="lm-quiet">{t('deadLetters.times', { count: letter.times })}</div>
            </Td>
            {isAdmin(me) && (
              <Td className="lm-actions">
                <Button
                  size="sm"
                  variant="secondary"
                  aria-label={t('deadLetters.resendOf', { event: letter.job ?? letter.type, handler: letter.handler })}
                  onClick={() => resend(letter)}
                >
                  {t('deadLetters.resend')}
                </Button>
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Resend({ letter, onClose }: { letter: DeadLetter; onClose: () => void }) {
  const { t } = useTranslation();
  const notice = useNotice();
  const onError = useErrorNotice();
  const resend = useResend({
    onSuccess: () => notice({ variant: 'success', title: t('deadLetters.done') }),
    onError,
    onSettled: onClose,
  });
  return (
    <Confirm
      title={t('deadLetters.ask')}
      action={t('deadLetters.resend')}
      isDanger={false}
      isBusy={resend.isPending}
      onConfirm={() => resend.mutate(letter.id)}
      onClose={onClose}
    >
      {t('deadLetters.askText', { handler: letter.handler })}
    </Confirm>
  );
}
