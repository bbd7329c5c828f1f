import { MAX_CANARIES_AT_ONCE } from '@/lib/canary/health/health-bounds';

/** Canaries that are read together. `turn` counts the batches. */
export type Batch = { names: readonly string[]; turn: number };

type Progress = {
  /** Whether a canary is still to be read. */
  isOpen(name: string): boolean;
  isPaused: boolean;
};

/** The batch after a batch that was read, in the order of `wanted`; the same one until then, and none if nothing is wanted. */
export function nextBatch(
  batch: Batch,
  wanted: readonly string[],
  { isOpen, isPaused }: Progress,
  size = MAX_CANARIES_AT_ONCE,
): Batch {
  if (wanted.length === 0) return batch.names.length === 0 ? batch : { ...batch, names: [] };
  if (batch.names.some(isOpen)) return batch;
  const names = isPaused ? [] : wanted.filter(isOpen).slice(0, size);
  return names.length === 0 && batch.names.length === 0 ? batch : { names, turn: batch.turn + 1 };
}
