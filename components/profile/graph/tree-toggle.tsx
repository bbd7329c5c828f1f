import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { FrameTree, type FrameTreeProps } from './frame-tree';

type TreeToggleProps = FrameTreeProps & {
  /** What there is a tree of, where a graph is not the only one. */
  label?: string;
  children?: ReactNode;
};

/** A line about a graph, and the same graph in words once that is wanted. */
export function TreeToggle({ label, children, ...tree }: TreeToggleProps) {
  const [isShown, { toggle }] = useDisclosure(false);
  const action = isShown ? 'Hide the tree' : 'Show as a tree';
  return (
    <>
      <Text size="xs" c="dimmed" mt="xs">
        {children}{' '}
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isShown}
          aria-label={label && `${action}: ${label}`}
          onClick={toggle}
        >
          {action}
        </Button>
      </Text>
      {isShown && <FrameTree {...tree} {...(label && { label: `${label} as a tree` })} />}
    </>
  );
}
