'use client';

import { type ReactNode, Suspense, useState } from 'react';

type LateSuspenseProps = {
  /** AWS had not answered when the server started the page. */
  isLate: boolean;
  skeleton: ReactNode;
  children: ReactNode;
};

/**
 * A skeleton until AWS answers, then the page. A page that is ready gets no boundary, because React would send
 * everything else first. Later renders keep the choice.
 */
export function LateSuspense({ isLate, skeleton, children }: LateSuspenseProps) {
  const [hasBoundary] = useState(isLate);
  return hasBoundary ? <Suspense fallback={skeleton}>{children}</Suspense> : children;
}
