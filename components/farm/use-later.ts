import { startTransition, useEffect, useState } from 'react';

/**
 * Follows a value in a render of its own, once what shows the value is on screen. A deferred value would come in the same render as
 * one that it is deferred from.
 */
export function useLater<Value>(value: Value): Value {
  const [later, setLater] = useState<Value>(value);
  useEffect(() => startTransition(() => setLater(() => value)), [value]);
  return later;
}
