'use client';

import { Menu, Text } from '@mantine/core';
import { IconArrowsMaximize, IconClipboard, IconCode, IconStack2, IconZoomIn } from '@tabler/icons-react';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { chainOf } from '@/lib/profile/tree/frame-chain';
import { ROOT_LABEL } from '../frame-text/frame-facts';
import type { Point } from '../graph/picture';
import type { FrameActions } from './frame-actions';
import { FunctionItems } from './function-items';
import { ICON, Key } from './menu-parts';

type FrameMenuProps = {
  name: string;
  node: number;
  at: Point;
  actions: FrameActions;
  onClose(): void;
};

/** The actions on a frame, with their keys. */
export function FrameMenu({ name, node, at, actions, onClose }: FrameMenuProps) {
  const source = actions.sourceOf(node);
  const chain = chainOf(name);
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
            {chain ? (
              <Menu.Item leftSection={<IconArrowsMaximize {...ICON} />} onClick={() => actions.unfold(node)}>
                Show every frame
                <Text size="xs" c="dimmed">
                  Stops folding chains
                </Text>
              </Menu.Item>
            ) : (
              <FunctionItems {...{ name, actions }} />
            )}
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconClipboard {...ICON} />}
              rightSection={<Key name="C" />}
              onClick={() => actions.copyName(name)}
            >
              {chain ? 'Copy the names' : 'Copy the name'}
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
