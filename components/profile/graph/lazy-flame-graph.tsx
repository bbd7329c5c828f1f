'use client';

import { lazy, Suspense } from 'react';
import type { FlameGraphProps } from './flame-graph';
import { StaticGraph } from './static-graph';

const load = () => import('./flame-graph');
const LoadedGraph = lazy(load);
// It comes while the rest of the page's code runs; where that fails, the graph asks again.
if (typeof window !== 'undefined') load().catch(() => undefined);

/** The graph; a still picture of it until its code is there and its width is known, which the server never knows. */
export function FlameGraph(props: FlameGraphProps) {
  const still = <StaticGraph {...props} />;
  if (props.width === 0) return still;
  return (
    <Suspense fallback={still}>
      <LoadedGraph {...props} />
    </Suspense>
  );
}
