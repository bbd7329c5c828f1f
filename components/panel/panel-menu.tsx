'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconLink, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { InPanel, useCollecting } from '@/components/download/panel-parts';
import { useShare } from '@/components/range/use-share';

type PanelMenuProps = {
  title: string;
  id: string | undefined;
  onRetry: (() => void) | undefined;
  children: ReactNode;
};

/** The actions of one panel. */
export function PanelMenu({ title, id, onRetry, children }: PanelMenuProps) {
  const share = useShare();
  const target = useRef<HTMLButtonElement>(null);
  const isCollecting = useCollecting();
  return (
    <Menu position="bottom-end" withinPortal keepMounted={isCollecting} keepMountedMode="display-none">
      <Menu.Target>
        <ActionIcon ref={target} variant="subtle" color="gray" size="sm" aria-label={`Menu of ${title}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <InPanel value={target}>{children}</InPanel>
        {onRetry && (
          <Menu.Item leftSection={<IconRefresh size={14} aria-hidden />} onClick={onRetry}>
            Refresh
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconLink size={14} aria-hidden />} onClick={() => share(id)}>
          {id ? 'Copy link to this panel' : 'Copy link'}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
