import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';

type HydratedProps = { state: Promise<DehydratedState>; children: ReactNode };

/** A page with the data that the server read for it, once that has arrived. */
export const Hydrated = async ({ state, children }: HydratedProps) => (
  <HydrationBoundary state={await state}>{children}</HydrationBoundary>
);
