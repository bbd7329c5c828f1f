'use client';

import { Stack } from '@mantine/core';
import { type ReactNode, Suspense, useState } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { GRAPH_PX } from '../graph/graph-size';
import { GroupHeader } from './group-header';

type GroupSuspenseProps = {
  group: string;
  /** AWS had not answered when the page was begun. */
  isLate: boolean;
  children: ReactNode;
};

/**
 * A group's page, in its place a skeleton as long as AWS has not answered. What is there has no boundary around it, as
 * React would send all else of a page before it; whether it has one stays as it was when the page was opened.
 */
export function GroupSuspense({ group, isLate, children }: GroupSuspenseProps) {
  const [isAwaited] = useState(isLate);
  if (!isAwaited) return children;
  const skeleton = (
    <Stack gap="md" data-wide>
      <GroupHeader group={group} />
      <Panel title="Flame graph">
        <PanelSkeleton height={GRAPH_PX} label="Loading the profile" />
      </Panel>
    </Stack>
  );
  return <Suspense fallback={skeleton}>{children}</Suspense>;
}
