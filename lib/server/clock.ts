import { cache } from 'react';
import { SECOND } from '@/lib/time/duration';
import { env } from './env';
import { keptLink } from './links/link-scope';

const STEP_MS = 10 * SECOND;

/** Epoch milliseconds: the actual time, the one that TRIPTYCH_NOW fixes, or the one at which the link was shared that is shown. */
export const exactNow = (): number => keptLink()?.keptAt ?? env().TRIPTYCH_NOW ?? Date.now();

/** `exactNow` rounded down to 10 seconds, so that requests for a moving range can share answers. */
export const now = (): number => Math.floor(exactNow() / STEP_MS) * STEP_MS;

/** `now`, constant while one request is rendered. */
export const requestNow = cache(now);
