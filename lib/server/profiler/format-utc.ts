import type { Coverage } from '@/lib/answer/answer';

/** `2026-11-24 14:30`, for sentences that say UTC. */
export const utcTime = (instant: number) => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');

export const utcSpan = ({ from, to }: Coverage) => `${utcTime(from)} to ${utcTime(to)} UTC`;
