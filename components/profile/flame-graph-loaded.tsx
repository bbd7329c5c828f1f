'use client';

import dynamic from 'next/dynamic';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';

/** Pixels that are kept for the graph until it is there. */
export const GRAPH_PX = 440;

/** The graph, whose code comes once there is something to draw. */
export const FlameGraph = dynamic(() => import('./flame-graph'), {
  ssr: false,
  loading: () => <PanelSkeleton height={GRAPH_PX} label="Loading the flame graph" />,
});
