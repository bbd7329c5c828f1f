'use client';

import { useEffect, useState } from 'react';

/** Maximum time a zoom waits for its answer before it shows the coarser frames. */
const MAX_WAIT_MS = 150;

/** The focus to draw: the one in the settings, or briefly the previous one while its answer is pending. */
export function useDrawnFocus(focus: string, isPending: boolean): string {
  const [drawn, setDrawn] = useState(focus);
  if (!isPending && drawn !== focus) setDrawn(focus);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setDrawn(focus), MAX_WAIT_MS);
    return () => clearTimeout(timer);
  }, [focus, isPending]);
  return isPending ? drawn : focus;
}
