import { Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../elements/Confirm';
import { useErrorNotice, useNotice } from '../problems/notice';
import { hasEnded, useKeyChange, type KeyChange, type VirtualKey } from './keys';

/** What its owner may do with a key; the last two are asked about once more. */
export function KeyActions({ of: key }: { of: VirtualKey }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'block' | 'revoke'>();
  const close = () => setAsking(undefined);
  const unblock = useChange('unblock', key, close);
  if (hasEnded(key)) return null;
  return (
    <>
      {key.blocks.includes('owner') ? (
        <Button variant="secondary" isLoading={unblock.isPending} onClick={() => unblock.mutate(key.id)}>
          {t('keys.unblock')}
        </Button>
      ) : (
        <Button variant="secondary" onClick={() => setAsking('block')}>
          {t('keys.block')}
        </Button>
      )}
      <Button variant="secondary" isDanger onClick={() => setAsking('revoke')}>
        {t('keys.revoke')}
      </Button>
      {asking && <Asking change={asking} of={key} onClose={close} />}
    </>
  );
}

function Asking({ change, of: key, onClose }: { change: 'block' | 'revoke'; of: VirtualKey; onClose: () => void }) {
  const { t } = useTranslation();
  const mutation = useChange(change, key, onClose);
  return (
    <Confirm
      title={t(`keys.ask.${change}`, { name: key.name })}
      action={t(`keys.${change}`)}
      isDanger={change === 'revoke'}
      isBusy={mutation.isPending}
      onConfirm={() => mutation.mutate(key.id)}
      onClose={onClose}
    >
      {t(`keys.askText.${change}`)}
    </Confirm>
  );
}

function useChange(change: KeyChange, key: VirtualKey, onDone: () => void) {
  const { t } = useTranslation();
  const notice = useNotice();
  const errorNotice = useErrorNotice();
  return useKeyChange(
    change,
    () => {
      notice({ variant: 'success', title: t(`keys.done.${change}`, { name: key.name }) });
      onDone();
    },
    (error) => {
      errorNotice(error);
      onDone();
    },
  );
}
