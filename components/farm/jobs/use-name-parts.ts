'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { NameParts } from '@/lib/farm/jobs/name-parts';
import type { PatternProblem } from '@/lib/farm/jobs/pattern-text';
import { SECOND } from '@/lib/time/duration';

/** Maximum time that a pattern may take for all names, with the start of the thread. */
const MAX_PATTERN_MS = 2 * SECOND;
/** A pattern is tried when typing pauses. */
const PAUSE_MS = 250;

type PatternResult = NameParts | PatternProblem;

type Known = { pattern: string; names: readonly string[]; result: PatternResult };

type Tried = {
  /** Undefined before the first; that of an earlier pattern until the current one has been tried. */
  result: PatternResult | undefined;
  isCurrent: boolean;
};

/** What a pattern finds in names. Stops a pattern that takes too long. */
export function useNameParts(pattern: string, names: readonly string[]): Tried {
  const [wanted] = useDebouncedValue(pattern, PAUSE_MS);
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    if (wanted === '') return;
    const worker = new Worker(new URL('./pattern-worker.ts', import.meta.url));
    const end = (result: PatternResult) => {
      clearTimeout(timer);
      worker.terminate();
      setKnown({ pattern: wanted, names, result });
    };
    const timer = setTimeout(() => end({ kind: 'too slow' }), MAX_PATTERN_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<NameParts>) => end(data));
    worker.addEventListener('error', () => end({ kind: 'unavailable' }));
    worker.postMessage({ pattern: wanted, names });
    return () => {
      clearTimeout(timer);
      worker.terminate();
    };
  }, [wanted, names]);
  const ofNames = known?.names === names ? known : undefined;
  return { result: ofNames?.result, isCurrent: pattern === '' || ofNames?.pattern === pattern };
}
