'use client';

import { Drawer } from '@mantine/core';
import { Brand, Rail } from './rail';

/** The rail on narrow screens. */
export function MenuDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={240}
      padding="xs"
      title={<Brand />}
      hiddenFrom="sm"
      closeButtonProps={{ 'aria-label': 'Close the menu' }}
    >
      <Rail onNavigate={onClose} />
    </Drawer>
  );
}
