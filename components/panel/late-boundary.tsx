'use client';

import { type ReactNode, Suspense, useState } from 'react';

type LateBoundaryProps = {
  /** The data had not arrived when the server started the page. */
  isLate: boolean;
  skeleton: ReactNode;
  children: ReactNode;
};

/**
 * A skeleton until the data arrives, then the page. A page that is ready gets no boundary, because React would send
 * everything else first. Later renders keep the choice.
 */
export function LateBoundary({ isLate, skeleton, children }: LateBoundaryProps) {
  const [hasBoundary] = useState(isLate);
  return hasBoundary ? <Suspense fallback={skeleton}>{children}</Suspense> : children;
}
