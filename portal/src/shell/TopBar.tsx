import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadMain,
  MastheadToggle,
  PageToggleButton,
} from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Me } from '../signin/me';
import { PersonMenu } from './PersonMenu';
import { Wordmark } from './Wordmark';

export function TopBar({ me, open, toggle }: { me: Me; open: boolean; toggle: () => void }) {
  const { t } = useTranslation();
  return (
    <Masthead display={{ default: 'inline' }}>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton
            isHamburgerButton
            aria-label={t('shell.toggle')}
            isSidebarOpen={open}
            onSidebarToggle={toggle}
          />
        </MastheadToggle>
        <MastheadBrand>
          <Link to="/" className="lm-brand">
            <Wordmark />
          </Link>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <PersonMenu me={me} />
      </MastheadContent>
    </Masthead>
  );
}
