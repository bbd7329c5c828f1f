import { startTransition, useEffect, useState } from 'react';

/**
 * Follows a value one render later, so that the value is on screen first. `useDeferredValue` of a deferred value would follow in the
 * same render.
 */
export function useLater<Value>(value: Value): Value {
  const [later, setLater] = useState<Value>(value);
  useEffect(() => startTransition(() => setLater(() => value)), [value]);
  return later;
}
