import { startTransition, useEffect, useState } from 'react';

/** Counts up to a number in steps, each in a render of its own once what the one before has drawn is on screen. */
export function useMoreLater(count: number, step: number): number {
  const [reached, setReached] = useState(step);
  useEffect(() => {
    if (reached < count) startTransition(() => setReached(reached + step));
  }, [reached, count, step]);
  return reached;
}
