'use client';

import { Menu, Text } from '@mantine/core';
import {
  IconArrowsMinimize,
  IconClipboard,
  IconCode,
  IconEyeOff,
  IconSearch,
  IconStack2,
  IconTarget,
  IconZoomIn,
} from '@tabler/icons-react';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { ROOT_LABEL } from '../graph/frame-facts';
import type { Point } from '../graph/picture';
import type { FrameActions } from './frame-actions';

type FrameMenuProps = {
  name: string;
  node: number;
  at: Point;
  actions: FrameActions;
  onClose(): void;
};

const ICON = { size: 14, 'aria-hidden': true } as const;

/** The actions on a frame, with their keys. */
export function FrameMenu({ name, node, at, actions, onClose }: FrameMenuProps) {
  const source = actions.sourceOf(node);
  return (
    <Menu opened onClose={onClose} position="bottom-start" shadow="md" width={250} offset={2}>
      <Menu.Target>
        <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label="Frame">
        <Menu.Label>
          <Text size="xs" ff="monospace" truncate>
            {node === 0 ? ROOT_LABEL : parseFrame(name).label.slice(0, 100)}
          </Text>
        </Menu.Label>
        <Menu.Item
          leftSection={<IconZoomIn {...ICON} />}
          rightSection={<Key name="Enter" />}
          onClick={() => actions.zoom(node)}
        >
          Zoom in
        </Menu.Item>
        {node !== 0 && (
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
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconClipboard {...ICON} />}
              rightSection={<Key name="C" />}
              onClick={() => actions.copyName(name)}
            >
              Copy the name
            </Menu.Item>
            <Menu.Item
              leftSection={<IconStack2 {...ICON} />}
              rightSection={<Key name="S" />}
              onClick={() => actions.copyStack(node)}
            >
              Copy the stack
            </Menu.Item>
            {source && (
              <Menu.Item
                component="a"
                href={source}
                target="_blank"
                rel="noreferrer"
                leftSection={<IconCode {...ICON} />}
              >
                Open the source
              </Menu.Item>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const Key = ({ name }: { name: string }) => (
  <Text size="xs" c="dimmed" aria-hidden>
    {name}
  </Text>
);
