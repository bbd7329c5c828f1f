import { startTransition, useEffect, useState } from 'react';

/**
 * Follows a value in a later render of its own, after that which shows the value. `useDeferredValue` of a deferred value would follow
 * in the same render.
 */
export function useLater<Value>(value: Value): Value {
  const [later, setLater] = useState<Value>(value);
  useEffect(() => startTransition(() => setLater(() => value)), [value]);
  return later;
}
