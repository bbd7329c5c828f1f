'use client';

import { useState } from 'react';

/**
 * For each name the newest value there is: while a new question is under way, that of the question before.
 * Values must keep their identity from one rendering to the next, as query data does.
 */
export function useLastKnown<Value>(current: readonly (readonly [name: string, value: Value | undefined])[]) {
  const [kept, setKept] = useState<ReadonlyMap<string, Value>>(new Map());
  const news = current.flatMap(([name, value]) =>
    value !== undefined && kept.get(name) !== value ? [[name, value] as const] : [],
  );
  if (news.length === 0) return kept;
  const merged = new Map([...kept, ...news]);
  setKept(merged);
  return merged;
}
