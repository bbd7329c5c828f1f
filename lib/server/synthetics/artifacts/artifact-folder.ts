import { lstat, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { badInput } from '@/lib/answer/problem';
import { type ArtifactsRequest, isLocationOf } from '@/lib/canary/artifacts/run-artifacts';
import { env } from '../../env';

/** The folder in which the local-aws that was started with the dashboard keeps artifacts; undefined against AWS. */
function localArtifacts(): string | undefined {
  const { TRIPTYCH_LOCAL_AWS, TRIPTYCH_DATA } = env();
  return TRIPTYCH_LOCAL_AWS && TRIPTYCH_DATA ? join(TRIPTYCH_DATA, 'artifacts') : undefined;
}

/**
 * The folder of a run's artifacts. Only one at its very place is accepted: a symbolic link anywhere below the folder of all artifacts
 * could lead out of it. Against AWS any location is elsewhere, since its prefix can be chosen. Rejects with a ProblemError for a location
 * that isn't one of the canary's runs.
 */
export async function artifactFolder({
  name,
  location,
}: ArtifactsRequest): Promise<{ path: string } | 'elsewhere' | 'gone'> {
  const root = localArtifacts();
  if (root === undefined) return 'elsewhere';
  if (!isLocationOf(location, name))
    throw badInput('location must be that of a run of the canary.', 'location');
  const real = await realpath(root).catch(() => undefined);
  const expected = real && join(real, location);
  const path = expected && (await realpath(expected).catch(() => undefined));
  if (path === undefined || path !== expected) return 'gone';
  return (await lstat(path).catch(() => undefined))?.isDirectory() ? { path } : 'gone';
}
