'use client';

import { Drawer, Group, Text } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { CrosshairMenu } from './crosshair-menu';
import { Brand, Rail } from './rail';
import { SchemeMenu } from './scheme-menu';

/** The navigation on narrow screens. */
export function MenuDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  // The drawer returns the focus only if it opens after mounting.
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
      <Group justify="space-between" mt="md" px={12}>
        <Text size="sm" aria-hidden>
          Crosshair
        </Text>
        <CrosshairMenu />
      </Group>
      <Group justify="space-between" px={12}>
        <Text size="sm" aria-hidden>
          Colour scheme
        </Text>
        <SchemeMenu />
      </Group>
    </Drawer>
  );
}
