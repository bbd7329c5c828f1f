import type { CanaryRun } from '@/lib/canary/run';
import type { Database } from '../../store/database';
import { ARTIFACTS } from './run-schema';

/** The ids in a parameter, separated by spaces. */
export const idsOf = (parameter: string) => `(SELECT unnest(string_split(${parameter}, ' '))::UUID)`;

/**
 * Adds the locations of artifacts to runs, newest first. Scattered ones, which are far apart or of several canaries, are found by id
 * rather than as all of one canary in a time.
 */
export async function withArtifacts(
  database: Database,
  runs: CanaryRun[],
  { areScattered }: { areScattered: boolean },
): Promise<CanaryRun[]> {
  const [newest, oldest] = [runs[0], runs.at(-1)];
  if (!newest || !oldest) return runs;
  const rows = await database.rows(
    `SELECT id::VARCHAR AS id, location FROM ${ARTIFACTS}
     WHERE started BETWEEN $1::BIGINT AND $2::BIGINT AND ${areScattered ? `id IN ${idsOf('$3')}` : 'canary = $3'}`,
    [oldest.started, newest.started, areScattered ? runs.map(({ id }) => id).join(' ') : newest.name],
  );
  const locations = new Map(rows.map(({ id, location }) => [String(id), String(location)]));
  return runs.map((run) =>
    run.state === 'RUNNING' ? run : { ...run, artifactLocation: locations.get(run.id) },
  );
}
