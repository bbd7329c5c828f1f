import type { Span } from '@/lib/time/range';

/** `2026-11-24 14:30 to 2026-11-24 15:30 UTC`, for sentences of the server, which does not know the page's zone. */
export const utcSpan = ({ from, to }: Span) => `${utcTime(from)} to ${utcTime(to)} UTC`;

const utcTime = (instant: number) => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
