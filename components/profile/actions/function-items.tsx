import { Menu, Text } from '@mantine/core';
import { IconArrowsMinimize, IconEyeOff, IconSearch, IconTarget } from '@tabler/icons-react';
import type { FrameActions } from './frame-actions';
import { ICON, Key } from './menu-parts';

/** The actions on the function of a frame. */
export function FunctionItems({ name, actions }: { name: string; actions: FrameActions }) {
  return (
    <>
      <Menu.Item
        leftSection={<IconTarget {...ICON} />}
        rightSection={<Key name="I" />}
        onClick={() => actions.inspect(name)}
      >
        Inspect the function
      </Menu.Item>
      <Menu.Item
        leftSection={<IconEyeOff {...ICON} />}
        rightSection={<Key name="H" />}
        onClick={() => actions.hide(name)}
      >
        Hide the function
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowsMinimize {...ICON} />}
        rightSection={<Key name="O" />}
        onClick={() => actions.collapse(name)}
      >
        Collapse the function
        <Text size="xs" c="dimmed">
          Its callees’ samples count as its self samples
        </Text>
      </Menu.Item>
      <Menu.Item
        leftSection={<IconSearch {...ICON} />}
        rightSection={<Key name="F" />}
        onClick={() => actions.find(name)}
      >
        Find it everywhere
      </Menu.Item>
    </>
  );
}
