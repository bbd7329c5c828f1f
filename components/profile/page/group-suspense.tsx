'use client';

import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { LateSuspense } from '@/components/panel/late-suspense';
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

/** The page of a group, which is a skeleton as long as AWS has not answered. */
export const GroupSuspense = ({ group, isLate, children }: GroupSuspenseProps) => (
  <LateSuspense
    isLate={isLate}
    skeleton={
      <Stack gap="md" data-wide>
        <GroupHeader group={group} />
        <Panel title="Flame graph" isFallback>
          <PanelSkeleton height={GRAPH_PX} label="Loading the profile" />
        </Panel>
      </Stack>
    }
  >
    {children}
  </LateSuspense>
);
