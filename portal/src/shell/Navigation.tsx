import { Badge, Nav, NavGroup, NavItem, NavList } from '@patternfly/react-core';
import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useUnreadCount } from '../inbox/messages';
import { seesAdmin, type Me } from '../signin/me';

interface Entry {
  to: string;
  text: ParseKeys;
}

const MINE: Entry[] = [
  { to: '/', text: 'nav.home' },
  { to: '/models', text: 'nav.models' },
  { to: '/subscriptions', text: 'nav.subscriptions' },
  { to: '/keys', text: 'nav.keys' },
  { to: '/usage', text: 'nav.usage' },
  { to: '/inbox', text: 'nav.inbox' },
];

const ADMIN: Entry[] = [
  { to: '/admin/approvals', text: 'nav.approvals' },
  { to: '/admin/users', text: 'nav.users' },
  { to: '/admin/budgets', text: 'nav.budgets' },
  { to: '/admin/conflicts', text: 'nav.conflicts' },
  { to: '/admin/ledger', text: 'nav.ledger' },
  { to: '/admin/health', text: 'nav.health' },
];

export function Navigation({ me }: { me: Me }) {
  const { t } = useTranslation();
  const unread = useUnreadCount();
  return (
    <Nav aria-label={t('shell.navigation')}>
      <NavList>
        {MINE.map((entry) => (
          <Item key={entry.to} entry={entry}>
            {entry.to === '/inbox' && unread && <Badge screenReaderText={t('inbox.unread')}>{unread}</Badge>}
          </Item>
        ))}
      </NavList>
      {seesAdmin(me) && (
        <NavGroup title={t('nav.admin')}>
          {ADMIN.map((entry) => (
            <Item key={entry.to} entry={entry} />
          ))}
        </NavGroup>
      )}
    </Nav>
  );
}

function Item({ entry, children }: { entry: Entry; children?: ReactNode }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isActive = entry.to === '/' ? pathname === '/' : pathname.startsWith(entry.to);
  return (
    <NavItem isActive={isActive}>
      <NavLink to={entry.to} end={entry.to === '/'}>
        {t(entry.text)}
        {children}
      </NavLink>
    </NavItem>
  );
}
