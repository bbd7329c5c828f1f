import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { FrameTree, type FrameTreeProps } from './frame-tree';

type TreeToggleProps = FrameTreeProps & {
  /** Name of the tree, if the page has several graphs. */
  label?: string;
  children?: ReactNode;
};

/** A line about a graph, with a button that shows the graph as a tree. */
export function TreeToggle({ label, children, ...tree }: TreeToggleProps) {
  const [isOpen, { toggle }] = useDisclosure(false);
  const action = isOpen ? 'Hide the tree' : 'Show as a tree';
  return (
    <>
      <Text size="xs" c="dimmed" mt="xs">
        {children}{' '}
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isOpen}
          aria-label={label && `${action}: ${label}`}
          onClick={toggle}
        >
          {action}
        </Button>
      </Text>
      {isOpen && <FrameTree {...tree} {...(label && { label: `${label} as a tree` })} />}
    </>
  );
}
