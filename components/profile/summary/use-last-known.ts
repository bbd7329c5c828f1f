'use client';

import { useState } from 'react';

/**
 * The value, or while there is none the last one that was known under the same key: while a range moves with the time, figures of
 * the time before stay, marked as earlier. Values are compared by identity.
 */
export function useLastKnown<Value extends object>(
  value: Value | undefined,
  key: string,
): { value: Value | undefined; isEarlier: boolean } {
  const [known, setKnown] = useState<{ key: string; value: Value }>();
  if (value && (known?.value !== value || known.key !== key)) setKnown({ key, value });
  const earlier = known?.key === key ? known.value : undefined;
  return { value: value ?? earlier, isEarlier: value === undefined && earlier !== undefined };
}
