'use client';

import { type DehydratedState, HydrationBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { receivedCosts } from '@/lib/farm/stream/sent-costs';

const OPTIONS = { defaultOptions: { deserializeData: receivedCosts } };

type OverviewDataProps = { state: DehydratedState; children: ReactNode };

/** The overview with the data that the server read for it. */
export const OverviewData = ({ state, children }: OverviewDataProps) => (
  <HydrationBoundary state={state} options={OPTIONS}>
    {children}
  </HydrationBoundary>
);
