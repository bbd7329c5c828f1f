import { useState } from 'react';

/** True from the first opening on. Rarely opened parts load then, and remain mounted for their closing animation. */
export function useHasOpened(opened: boolean): boolean {
  const [hasOpened, setHasOpened] = useState(opened);
  if (opened && !hasOpened) setHasOpened(true);
  return hasOpened || opened;
}
