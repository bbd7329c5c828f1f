import type { ExpiredRuns, RunTable } from '../store/run-table';
import type { Artifacts } from './artifacts';

const BATCH_SIZE = 500;

/**
 * Removes a canary's expired runs after their artifacts, so that no artifacts remain without their run. Stops when
 * `signal` aborts. Returns whether the canary has runs left.
 */
export async function removeExpiredRuns(
  table: RunTable,
  artifacts: Artifacts,
  expired: ExpiredRuns,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    const found = await table.expiredArtifacts(expired, BATCH_SIZE);
    if (found.length === 0) return table.deleteExpired(expired);
    for (const { location } of found) await artifacts.remove(location);
    await table.deleteArtifacts(found.map(({ id }) => id));
  }
  return true;
}
