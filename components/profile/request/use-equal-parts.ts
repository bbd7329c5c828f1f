'use client';

import { replaceEqualDeep } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

/**
 * A value with the same content whose parts are those of the previous value wherever they are equal, so that whatever depends
 * on these parts is neither computed nor drawn again.
 */
export function useEqualParts<Value>(value: Value): Value {
  const [previous, setPrevious] = useState(value);
  const shared = useMemo(() => replaceEqualDeep(previous, value), [previous, value]);
  if (shared !== previous) setPrevious(shared);
  return shared;
}
