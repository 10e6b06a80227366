import { Button } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { useBudgets, type Budget } from '../budgets/budgets';
import { Blankness } from '../elements/Blankness';
import { Confirm } from '../elements/Confirm';
import { Loaded } from '../elements/Loaded';
import { More } from '../elements/More';
import { useErrorNotice, useNotice } from '../problems/notice';
import { seesAdmin, useMe } from '../signin/me';
import { AdminFrame } from './AdminFrame';
import { BudgetForm } from './BudgetForm';
import { BudgetTable } from './BudgetTable';

export function Component() {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Budget | 'new'>();
  const [removing, setRemoving] = useState<Budget>();
  const action = <Button onClick={() => setEditing('new')}>{t('budgets.add')}</Button>;
  return (
    <AdminFrame title={t('budgets.title')} lead={t('budgets.lead')} actions={action}>
      {seesAdmin(useMe()) && <Budgets edit={setEditing} remove={setRemoving} />}
      {editing && <BudgetForm budget={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
      {removing && <Remove budget={removing} onClose={() => setRemoving(undefined)} />}
    </AdminFrame>
  );
}

function Budgets({ edit, remove }: { edit: (budget: Budget) => void; remove: (budget: Budget) => void }) {
  const { t } = useTranslation();
  const budgets = useBudgets();
  return (
    <Loaded query={budgets}>
      {(all) =>
        all.length === 0 ? (
          <Blankness title={t('budgets.none')} text={t('budgets.noneText')} />
        ) : (
          <>
            <BudgetTable budgets={all} edit={edit} remove={remove} />
            <More pages={budgets} />
          </>
        )
      }
    </Loaded>
  );
}

function Remove({ budget, onClose }: { budget: Budget; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const notice = useNotice();
  const onError = useErrorNotice();
  const mutation = useMutation({
    mutationFn: () => answerOf(api.POST('/budgets/remove', { body: { id: budget.id, version: budget.version } })),
    onSuccess: () => notice({ variant: 'success', title: t('budgets.removed') }),
    onError,
    onSettled: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: ['budgets'] });
    },
  });
  return (
    <Confirm
      title={t('budgets.removeTitle', { name: budget.name ?? '' })}
      action={t('budgets.remove')}
      isBusy={mutation.isPending}
      onConfirm={() => mutation.mutate()}
      onClose={onClose}
    >
      {t('budgets.removeText')}
    </Confirm>
  );
}
