import { Page, PageSidebar, PageSidebarBody, SkipToContent } from '@patternfly/react-core';
import { Suspense, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { FaultPage } from '../elements/Fault';
import { isSessionLost } from '../api/problem';
import { useMeQuery } from '../signin/me';
import { Away } from './Away';
import { Blank } from './Blank';
import { Navigation } from './Navigation';
import { TopBar } from './TopBar';
import { Way } from './Way';

const MAIN = 'main';
const wide = () => window.matchMedia('(min-width: 75rem)');

/** Whether there is room for the navigation beside the page, also when the window has become another. */
function useIsWide(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      const media = wide();
      media.addEventListener('change', watcher);
      return () => media.removeEventListener('change', watcher);
    },
    () => wide().matches,
  );
}

/** The frame around every page of somebody who is signed in. */
export function Shell() {
  const { t } = useTranslation();
  const me = useMeQuery();
  const { pathname } = useLocation();
  const [toggled, setToggled] = useState<{ at: string; open: boolean }>();
  // where it covers the page, it closes when one has gone to another
  const isWide = useIsWide();
  const open = isWide ? (toggled?.open ?? true) : toggled?.at === pathname && toggled.open;
  if (me.data === undefined) {
    return me.error && !isSessionLost(me.error) ? (
      <FaultPage error={me.error} retry={() => void me.refetch()} />
    ) : (
      <Blank />
    );
  }
  return (
    <Page
      mainContainerId={MAIN}
      mainAriaLabel={t('shell.main')}
      skipToContent={<SkipToContent href={`#${MAIN}`}>{t('shell.skip')}</SkipToContent>}
      masthead={<TopBar me={me.data} open={open} toggle={() => setToggled({ at: pathname, open: !open })} />}
      sidebar={
        <PageSidebar isSidebarOpen={open}>
          <PageSidebarBody>
            <Navigation me={me.data} />
          </PageSidebarBody>
        </PageSidebar>
      }
    >
      <Away />
      <Way />
      <Suspense>
        <Outlet context={me.data} />
      </Suspense>
    </Page>
  );
}
