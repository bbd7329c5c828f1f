'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { IconKey, IconLogout, IconUser } from '@tabler/icons-react';
import { showToast } from '@/components/toast/toasts';
import { signOut } from '@/lib/queries/sign-out';
import { usePerson, useRefusal } from './person-context';

const ROLES = { reader: 'Reader', viewer: 'Viewer', operator: 'Operator' };

/** Who is signed in, with the role and a way to sign out. Renders nothing without sign-in. */
export function UserMenu() {
  const { name, role, canSignOut } = usePerson();
  const hasTokens = useRefusal('manageTokens') === undefined;
  if (name === undefined) return null;
  const leave = async () => {
    try {
      const { location } = await signOut();
      window.location.assign(location);
    } catch (error) {
      await showToast({ title: 'You are still signed in', message: (error as Error).message, color: 'red' });
    }
  };
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={`Signed in as ${name}`}>
          <IconUser size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label style={{ overflowWrap: 'anywhere' }}>
          {name} · {ROLES[role]}
        </Menu.Label>
        {hasTokens && (
          <Menu.Item component="a" href="/tokens" leftSection={<IconKey size={16} aria-hidden />}>
            Tokens
          </Menu.Item>
        )}
        {canSignOut && (
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
            Sign out
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
