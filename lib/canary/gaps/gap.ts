import type { Span } from '@/lib/time/range';

/** A gap between two instants in which `missed` scheduled runs are missing. */
export type Gap = Span & { missed: number };
