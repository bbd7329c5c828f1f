'use client';

import type { FlameGraphProps } from './flame-graph-props';
import { LiveGraph } from './live-graph';
import { StaticGraph } from './static-graph';
import { useViewHeight } from './use-view-height';

/** The graph; a static one until its size is known, which the server never knows. */
export function FlameGraph(props: Omit<FlameGraphProps, 'viewHeight'>) {
  const viewHeight = useViewHeight(props.isHalf);
  if (props.width === 0 || viewHeight === 0) return <StaticGraph {...props} />;
  return <LiveGraph {...props} viewHeight={viewHeight} />;
}
