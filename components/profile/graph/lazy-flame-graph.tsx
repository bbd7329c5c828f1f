'use client';

import { lazy, Suspense } from 'react';
import type { FlameGraphProps } from './flame-graph-props';
import { StaticGraph } from './static-graph';
import { useViewHeight } from './use-view-height';

const load = () => import('./flame-graph');
const LoadedGraph = lazy(load);
// It loads while the rest of the page's code runs; if that fails, rendering the graph tries again.
if (typeof window !== 'undefined') load().catch(() => undefined);

/** The graph; a static one until its code is loaded and its size is known, which the server never knows. */
export function FlameGraph(props: Omit<FlameGraphProps, 'viewHeight'>) {
  const viewHeight = useViewHeight(props.isHalf);
  const fallback = <StaticGraph {...props} />;
  if (props.width === 0 || viewHeight === 0) return fallback;
  return (
    <Suspense fallback={fallback}>
      <LoadedGraph {...props} viewHeight={viewHeight} />
    </Suspense>
  );
}
