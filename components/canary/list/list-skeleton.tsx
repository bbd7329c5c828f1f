'use client';

import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { LIST_HEIGHT } from './list-height';

/** The list of canaries before its data arrives. */
export const ListSkeleton = () => (
  <Panel title="All canaries" isFallback>
    <PanelSkeleton height={LIST_HEIGHT} label="Loading canaries" />
  </Panel>
);
