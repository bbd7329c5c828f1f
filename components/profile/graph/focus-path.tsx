import { Anchor, Group, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { focusRegionThen } from '@/components/panel/focus-region';
import { frameTitle } from '@/lib/profile/graph/frame-title';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { ROOT_LABEL } from '../frame-text/frame-facts';
import classes from './focus-path.module.css';
import { FrameMenuButton } from './frame-menu-button';
import type { Point } from './picture';

type FocusPathProps = {
  tree: CallTree;
  focus: number;
  onFocus(node: number): void;
  /** The menu of a frame, open at a point of the window. */
  menuOf(node: number, at: Point, onClose: () => void): ReactNode;
};

/** The frames from the root to the focused one. Each one zooms back out to itself; the focused one has its menu. */
export function FocusPath({ tree, focus, onFocus, menuOf }: FocusPathProps) {
  const ref = useRef<HTMLDivElement>(null);
  const path: number[] = [];
  for (let node = focus; node > 0; node = tree.parent[node] ?? 0) path.unshift(node);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another focus has another path
  useEffect(() => {
    // In the next frame, because scrolling now would lay the page out twice.
    const request = requestAnimationFrame(() => ref.current?.scrollTo({ left: ref.current.scrollWidth }));
    return () => cancelAnimationFrame(request);
  }, [focus]);
  return (
    <Group gap={4} wrap="nowrap" h={28}>
      <Group
        component="nav"
        ref={ref}
        gap={4}
        wrap="nowrap"
        aria-label="Focused frame"
        className={classes.path}
      >
        {focus === 0 ? (
          <Text size="xs" c="dimmed">
            Click a frame to zoom into it
          </Text>
        ) : (
          <Anchor component="button" type="button" size="xs" onClick={focusRegionThen(() => onFocus(0))}>
            {ROOT_LABEL}
          </Anchor>
        )}
        {path.map((node) => {
          const name = tree.names[tree.name[node] ?? 0] ?? '';
          const label = parseFrame(name).label.slice(0, 60);
          return (
            <Group key={node} gap={4} wrap="nowrap">
              <Text size="xs" c="dimmed" aria-hidden>
                ›
              </Text>
              {node === focus ? (
                <Text
                  size="xs"
                  ff="monospace"
                  fw={600}
                  aria-current="true"
                  title={frameTitle(name).slice(0, 300)}
                >
                  {label}
                </Text>
              ) : (
                <Anchor
                  component="button"
                  type="button"
                  size="xs"
                  ff="monospace"
                  title={frameTitle(name).slice(0, 300)}
                  onClick={focusRegionThen(() => onFocus(node))}
                >
                  {label}
                </Anchor>
              )}
            </Group>
          );
        })}
      </Group>
      {focus !== 0 && <FrameMenuButton menuAt={(at, onClose) => menuOf(focus, at, onClose)} />}
    </Group>
  );
}
