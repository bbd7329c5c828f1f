import { cache } from 'react';
import { SECOND } from '@/lib/time/duration';
import { env } from './env';

const STEP = 10 * SECOND;

/** Epoch milliseconds: the true time, or the one that TRIPTYCH_NOW fixes. */
export const exactNow = (): number => env().TRIPTYCH_NOW ?? Date.now();

/** `exactNow` in whole 10 seconds, so that what is asked for a moving range can be shared. */
export const now = (): number => Math.floor(exactNow() / STEP) * STEP;

/** `now`, the same during one request's rendering. */
export const requestNow = cache(now);
