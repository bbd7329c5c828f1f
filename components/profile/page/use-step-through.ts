'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { stepThrough } from '../graph/pointer/step-through';
import type { StepToMatch } from '../graph/pointer/use-current-frame';

type StepRef = RefObject<StepToMatch | undefined>;

/** Steps `stepRef` through the matches of two graphs. Returns the refs of the graphs, the first one's first. */
export function useStepThrough(stepRef: StepRef, search: string): readonly [StepRef, StepRef] {
  const firstRef = useRef<StepToMatch>(undefined);
  const secondRef = useRef<StepToMatch>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search starts from the first match
  useEffect(() => {
    stepRef.current = stepThrough([(step) => firstRef.current?.(step), (step) => secondRef.current?.(step)]);
    return () => {
      stepRef.current = undefined;
    };
  }, [stepRef, search]);
  return [firstRef, secondRef];
}
