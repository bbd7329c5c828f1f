'use client';

import type { ReactNode } from 'react';
import { LateSuspense } from '@/components/panel/late-suspense';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { LIST_HEIGHT } from './list-height';

/** The list of canaries, which is a skeleton as long as AWS has not answered. */
export const ListSuspense = ({ isLate, children }: { isLate: boolean; children: ReactNode }) => (
  <LateSuspense
    isLate={isLate}
    skeleton={
      <Panel title="All canaries" isFallback>
        <PanelSkeleton height={LIST_HEIGHT} label="Loading canaries" />
      </Panel>
    }
  >
    {children}
  </LateSuspense>
);
