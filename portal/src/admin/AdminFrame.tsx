import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NoPermission } from '../elements/Fault';
import { PageFrame } from '../elements/PageFrame';
import { isAdmin, seesAdmin, useMe } from '../signin/me';

interface Props {
  title: string;
  lead: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page for admins: others learn that it is not theirs, and who only reads sees nothing to press. */
export function AdminFrame({ title, lead, actions, children }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  if (!seesAdmin(me)) {
    return (
      <PageFrame title={title}>
        <NoPermission />
      </PageFrame>
    );
  }
  return (
    <PageFrame
      title={title}
      lead={isAdmin(me) ? lead : `${lead} ${t('admin.readonly')}`}
      actions={isAdmin(me) && actions}
    >
      {children}
    </PageFrame>
  );
}
