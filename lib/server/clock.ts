import { cache } from 'react';
import { SECOND } from '@/lib/time/duration';
import { env } from './env';

const STEP_MS = 10 * SECOND;

/** Epoch milliseconds: the actual time, or the one that TRIPTYCH_NOW fixes. */
export const exactNow = (): number => env().TRIPTYCH_NOW ?? Date.now();

/** `exactNow` rounded down to 10 seconds, so that requests for a moving range can share answers. */
export const now = (): number => Math.floor(exactNow() / STEP_MS) * STEP_MS;

/** `now`, constant while one request is rendered. */
export const requestNow = cache(now);
