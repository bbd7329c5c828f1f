'use client';

import { createContext, use } from 'react';
import type { RunLimits } from '@/lib/canary/no-end';

const Limits = createContext<RunLimits>({});

/** Tells all parts of a page the timeout and the retries of its canary, so that each shows the same end of a running run. */
export const RunLimitsProvider = Limits;

/** The timeout and the retries of the page's canary; none before it is read. */
export const useRunLimits = (): RunLimits => use(Limits);
