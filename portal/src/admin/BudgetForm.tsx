import {
  Button,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client';
import { useIdempotencyKey } from '../api/idempotency';
import { usePersistentChange } from '../api/persistent';
import type { Budget } from '../budgets/budgets';
import { Fault } from '../elements/Fault';
import { Waiting } from '../elements/Waiting';
import { useNotice } from '../problems/notice';
import { zone } from '../time/days';
import { ScopeFields } from './ScopeFields';

type Request = Schemas['BudgetRequest'];

const PERIODS = ['day', 'week', 'month', 'total'] as const;
const MODES = ['observe', 'block'] as const;
const AMOUNT = /^\d{1,15}(\.\d{1,30})?$/;
const THRESHOLDS = /^\s*\d{1,4}(\s*,\s*\d{1,4}){0,9}\s*$/;

function firstRequest(budget: Budget | undefined): Request {
  if (!budget) {
    return {
      scope: 'user',
      scopeId: '',
      amount: { amount: '', currency: 'USD' },
      period: 'month',
      mode: 'block',
      zone: zone(),
      thresholds: [80, 100],
    };
  }
  const { id, version, scope, scopeId, amount, period, mode, zone: ofBudget, thresholds } = budget;
  return { id, version, scope, scopeId, amount, period, mode, zone: ofBudget, thresholds };
}

/** Makes a budget, or changes the amount, the alerts and the mode of one. */
export function BudgetForm({ budget, onClose }: { budget: Budget | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [request, setRequest] = useState(() => firstRequest(budget));
  const [thresholds, setThresholds] = useState(request.thresholds?.join(', ') ?? '');
  const save = useSave(onClose);
  const change = (part: Partial<Request>) => setRequest({ ...request, ...part });
  const isComplete = request.scopeId !== '' && AMOUNT.test(request.amount.amount) && THRESHOLDS.test(thresholds);
  const send = () => save.start({ ...request, thresholds: thresholds.split(',').map(Number) });
  const title = t(budget ? 'budgets.changeTitle' : 'budgets.addTitle');
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-label={title}>
      <ModalHeader title={title} />
      <ModalBody>
        <Form
          id="budget"
          onSubmit={(event) => {
            event.preventDefault();
            if (isComplete) send();
          }}
        >
          {!budget && <ScopeFields scope={request.scope} scopeId={request.scopeId} onChange={change} />}
          <FormGroup label={t('budgets.amount')} isRequired fieldId="amount">
            <TextInput
              id="amount"
              isRequired
              inputMode="decimal"
              value={request.amount.amount}
              onChange={(_event, amount) => change({ amount: { ...request.amount, amount: amount.trim() } })}
            />
          </FormGroup>
          {!budget && (
            <FormGroup label={t('budgets.period')} fieldId="period">
              <FormSelect
                id="period"
                value={request.period}
                onChange={(_event, period) => change({ period: period as Request['period'] })}
              >
                {PERIODS.map((period) => (
                  <FormSelectOption key={period} value={period} label={t(`budgets.periods.${period}`)} />
                ))}
              </FormSelect>
            </FormGroup>
          )}
          <FormGroup label={t('budgets.mode')} fieldId="mode">
            <FormSelect
              id="mode"
              value={request.mode}
              onChange={(_event, mode) => change({ mode: mode as Request['mode'] })}
            >
              {MODES.map((mode) => (
                <FormSelectOption key={mode} value={mode} label={t(`budgets.modes.${mode}`)} />
              ))}
            </FormSelect>
          </FormGroup>
          <FormGroup label={t('budgets.thresholdsHint')} fieldId="thresholds">
            <TextInput id="thresholds" value={thresholds} onChange={(_event, value) => setThresholds(value)} />
          </FormGroup>
          <p className="lm-quiet">{t('budgets.zone', { zone: request.zone })}</p>
          {save.waitingFor && <Waiting reason={save.waitingFor} onStop={save.stop} />}
          {save.error && <Fault error={save.error} />}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="budget" isLoading={save.isPending} isDisabled={!isComplete || save.isPending}>
          {t('budgets.save')}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function useSave(onClose: () => void) {
  const { t } = useTranslation();
  const idempotency = useIdempotencyKey();
  const queries = useQueryClient();
  const notice = useNotice();
  return usePersistentChange(
    (body: Request) => answerOf(api.POST('/budgets/set', { body, params: { header: idempotency.headerFor(body) } })),
    () => {
      void queries.invalidateQueries({ queryKey: ['budgets'] });
      notice({ variant: 'success', title: t('budgets.saved') });
      onClose();
    },
    idempotency.renew,
  );
}
