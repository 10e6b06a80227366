import { Divider, Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../api/client';
import { choose, LANGUAGES } from '../i18n/languages';
import { useErrorNotice } from '../problems/notice';
import type { Me } from '../signin/me';
import { chooseColours, COLOURS, useColours } from './colours';

/** Who one is, how it looks, and the way out. */
export function PersonMenu({ me }: { me: Me }) {
  const { t, i18n } = useTranslation();
  const colours = useColours();
  const signOut = useSignOut();
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      popperProps={{ position: 'end' }}
      toggle={(ref) => (
        <MenuToggle ref={ref} variant="plainText" isExpanded={open} onClick={() => setOpen(!open)}>
          {me.fullName || me.username}
        </MenuToggle>
      )}
    >
      <DropdownGroup label={t('shell.colours')}>
        <DropdownList>
          {COLOURS.map((choice) => (
            <DropdownItem key={choice} isSelected={choice === colours} onClick={() => chooseColours(choice)}>
              {t(`colours.${choice}`)}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
      <DropdownGroup label={t('shell.language')}>
        <DropdownList>
          {LANGUAGES.map((language) => (
            <DropdownItem
              key={language}
              lang={language}
              isSelected={language === i18n.language}
              onClick={() => void choose(language)}
            >
              {t(`languages.${language}`)}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
      <Divider />
      <DropdownList>
        <DropdownItem onClick={signOut}>{t('shell.signOut')}</DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}

function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notice = useErrorNotice();
  return () =>
    void answerOf(api.POST('/auth/logout', { body: {} }))
      .then(async () => {
        await navigate('/sign-in?signedOut=1');
        queries.clear();
      })
      .catch(notice);
}
