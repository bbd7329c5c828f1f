'use client';

import { useMemo } from 'react';
import type { FlameGraphProps } from './flame-graph-props';
import { rowSteps } from './graph-rows';
import { LiveGraph } from './live-graph';
import { StaticGraph } from './static-graph';
import { useViewHeight } from './use-view-height';

/** The graph; a static one until its size is known, which the server never knows. */
export function FlameGraph(props: Omit<FlameGraphProps, 'viewHeight'>) {
  const { picture, width } = props;
  const viewHeight = useViewHeight(props.isHalf);
  const { tree, samples, focus } = picture;
  const rows = useMemo(() => rowSteps({ tree, samples, focus }), [tree, samples, focus]);
  const sized = { ...props, rows, roomRows: props.roomRows ?? rows };
  if (width === 0 || viewHeight === 0) return <StaticGraph {...sized} />;
  return <LiveGraph {...sized} viewHeight={viewHeight} />;
}
