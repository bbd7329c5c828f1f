import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { FrameTree, type FrameTreeProps } from './frame-tree';

type TreeTwinProps = FrameTreeProps & { children?: ReactNode };

/** A line about a graph, and the same graph in words once that is wanted. */
export function TreeTwin({ children, ...tree }: TreeTwinProps) {
  const [isShown, { toggle }] = useDisclosure(false);
  return (
    <>
      <Text size="xs" c="dimmed" mt="xs">
        {children}{' '}
        <Button size="compact-xs" variant="subtle" aria-expanded={isShown} onClick={toggle}>
          {isShown ? 'Hide the tree' : 'Show as a tree'}
        </Button>
      </Text>
      {isShown && <FrameTree {...tree} />}
    </>
  );
}
