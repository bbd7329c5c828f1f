import { useState } from 'react';

/** True from the first opening on: what is rarely opened is loaded then, and stays to close softly. */
export function useHasOpened(opened: boolean): boolean {
  const [askedFor, setAskedFor] = useState(opened);
  if (opened && !askedFor) setAskedFor(true);
  return askedFor || opened;
}
