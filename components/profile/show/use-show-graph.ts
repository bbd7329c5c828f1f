'use client';

import { useCallback, useEffect, useState } from 'react';
import type { GraphPanelProps } from '../settings/graph-panel';
import type { ChangeSettings } from '../settings/profile-settings';
import { bringIntoView, whenGraphExists } from './bring-into-view';

/** A graph that appears later, for example because the first one failed to load, isn't scrolled to. */
const MAX_WAIT_MS = 10_000;

type ShowRequestRef = GraphPanelProps['showRequestRef'];

/** Returns `onChange` with an addition: it requests that the graph is brought into view with the keyboard focus. */
export function useRequestGraph(requestRef: ShowRequestRef, onChange: ChangeSettings): ChangeSettings {
  return useCallback(
    (change, history) => {
      requestRef.current = performance.now();
      return onChange(change, history);
    },
    [requestRef, onChange],
  );
}

/** The same, and shows the panel's graph once it is ready, also when another panel requested it. */
export function useShowGraph(
  requestRef: ShowRequestRef,
  isReady: boolean,
  onChange: ChangeSettings,
): ChangeSettings {
  const [requestCount, setRequestCount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every request is a reason to look
  useEffect(() => {
    if (requestRef.current === undefined || !isReady) return;
    // A static graph, or none, stands where the interactive one will be.
    return whenGraphExists((panel, graph) => {
      const requestedAt = requestRef.current;
      requestRef.current = undefined;
      if (requestedAt !== undefined && performance.now() - requestedAt < MAX_WAIT_MS)
        bringIntoView(panel, graph);
    });
  }, [requestRef, requestCount, isReady]);
  const request = useRequestGraph(requestRef, onChange);
  return useCallback(
    (change, history) => {
      setRequestCount((count) => count + 1);
      return request(change, history);
    },
    [request],
  );
}
