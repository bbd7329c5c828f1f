'use client';

import { Drawer } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { Brand, Rail } from './rail';

/** The rail on narrow screens. */
export function MenuDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  // Opened once mounted, the dialog knows where to give back the focus.
  const mounted = useMounted();
  return (
    <Drawer
      opened={opened && mounted}
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
