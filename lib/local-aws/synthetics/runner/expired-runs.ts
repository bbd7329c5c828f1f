import type { Forgotten, RunTable } from '../store/run-table';
import type { Artifacts } from './artifacts';

const AT_ONCE = 500;

/**
 * Removes the runs of a canary that are past the retention of their kind, and their artifacts first, so that none is
 * left without its run. Tells whether any run is left. Goes no further when `signal` aborts.
 */
export async function forgetRuns(
  table: RunTable,
  artifacts: Artifacts,
  forgotten: Forgotten,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted) {
    const found = await table.forgottenArtifacts(forgotten, AT_ONCE);
    if (found.length === 0) return table.dropForgotten(forgotten);
    for (const { location } of found) await artifacts.remove(location);
    await table.forgetArtifacts(found.map(({ id }) => id));
  }
  return true;
}
