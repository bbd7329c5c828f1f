'use client';

import { Stack } from '@mantine/core';
import { type ReactNode, Suspense, useState } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { GRAPH_PX } from '../graph/graph-size';
import { GroupHeader } from './group-header';

type GroupSuspenseProps = {
  group: string;
  /** AWS had not answered when the server started the page. */
  isLate: boolean;
  children: ReactNode;
};

/**
 * A skeleton until AWS answers, then the page. A page that is ready gets no boundary, because React would send
 * everything else first. Later renders keep the choice.
 */
export function GroupSuspense({ group, isLate, children }: GroupSuspenseProps) {
  const [hasBoundary] = useState(isLate);
  if (!hasBoundary) return children;
  const skeleton = (
    <Stack gap="md" data-wide>
      <GroupHeader group={group} />
      <Panel title="Flame graph" isFallback>
        <PanelSkeleton height={GRAPH_PX} label="Loading the profile" />
      </Panel>
    </Stack>
  );
  return <Suspense fallback={skeleton}>{children}</Suspense>;
}
