'use client';

import { useState } from 'react';

/**
 * The last known value of each name: while a new request is loading, that of the previous one. Values must keep their
 * identity between renders, as query data does.
 */
export function useLastKnown<Value>(current: readonly (readonly [name: string, value: Value | undefined])[]) {
  const [known, setKnown] = useState<ReadonlyMap<string, Value>>(new Map());
  const changes = current.flatMap(([name, value]) =>
    value !== undefined && known.get(name) !== value ? [[name, value] as const] : [],
  );
  if (changes.length === 0) return known;
  const merged = new Map([...known, ...changes]);
  setKnown(merged);
  return merged;
}
