import { GetCanaryCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { Canary } from '@/lib/canary/run';
import { optionalText } from '../aws/wire';
import { sharedResource } from '../shared-answers';
import { callForJson } from './call-for-json';
import { addDryRunIdToQuery } from './dry-run-wire';
import { wireCanary } from './wire-canary';

/** Where all artifacts of its runs are is for the server alone: the bucket's name can have the number of the account. */
type CanaryWithArtifacts = Canary & { artifactLocation?: string };

const answer = z.object({ Canary: wireCanary.and(z.object({ ArtifactS3Location: optionalText })) }).transform(
  ({ Canary: { ArtifactS3Location: artifactLocation, ...canary } }): CanaryWithArtifacts => ({
    ...canary,
    artifactLocation,
  }),
);

type CanaryVersion = { name: string; dryRunId?: string | undefined };

/** A canary as it is, or as configured for one of its dry runs. Rejects with a ProblemError. */
export const getCanaryVersion = sharedResource<CanaryVersion, CanaryWithArtifacts>(
  'canary',
  ({ name, dryRunId }, signal) => {
    const command = new GetCanaryCommand({ Name: name });
    addDryRunIdToQuery(command, dryRunId);
    return callForJson('GetCanary', answer, command, signal);
  },
);

/** One canary by its name. Rejects with a ProblemError. */
export const getCanary = (name: string, signal?: AbortSignal): Promise<Answer<CanaryWithArtifacts>> =>
  getCanaryVersion({ name }, signal);

/** The same as pages show it. Rejects with a ProblemError. */
export async function showCanary(version: CanaryVersion, signal?: AbortSignal): Promise<Answer<Canary>> {
  const { data, ...facts } = await getCanaryVersion(version, signal);
  const { artifactLocation: _, ...canary } = data;
  return { data: canary, ...facts };
}
