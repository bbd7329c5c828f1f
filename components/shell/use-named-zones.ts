'use client';

import { useEffect, useState } from 'react';
import { type NamedZone, namedZones } from '@/lib/time/zone-names';

/** Milliseconds of a task that reads names, so that typing doesn't wait for it. */
const MAX_TASK_MS = 8;

type Index = { zones: NamedZone[]; rest: Iterator<NamedZone | undefined>; isComplete: boolean };

let known: Index | undefined;

const indexAt = (now: number): Index =>
  (known ??= { zones: [], rest: namedZones(new Date(now).getUTCFullYear()), isComplete: false });

/** The zones and their names, as far as they are read: the browser takes a while, and once is enough. */
export function useNamedZones(now: number): { zones: readonly NamedZone[]; isComplete: boolean } {
  const [index] = useState(() => indexAt(now));
  const [, setCount] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const read = () => {
      const end = performance.now() + MAX_TASK_MS;
      while (!index.isComplete && performance.now() < end) {
        const { done, value } = index.rest.next();
        if (done) index.isComplete = true;
        else if (value) index.zones.push(value);
      }
      setCount(index.zones.length);
      if (!index.isComplete) timer = setTimeout(read);
    };
    if (!index.isComplete) timer = setTimeout(read);
    return () => clearTimeout(timer);
  }, [index]);
  return index;
}
