import { useCallback, useRef, useState } from 'react';
import { EMPTY_QUEUE, type Queue } from './push-queue';

/** The queue as drawn, and as it is now for functions that run longer than a render. */
export function useQueue() {
  const [queue, setQueue] = useState(EMPTY_QUEUE);
  const latest = useRef(EMPTY_QUEUE);
  const change = useCallback((next: (before: Queue) => Queue) => {
    latest.current = next(latest.current);
    setQueue(latest.current);
  }, []);
  const current = useCallback(() => latest.current, []);
  return { queue, current, change };
}
