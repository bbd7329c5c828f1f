import { GetCanaryCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { Canary } from '@/lib/canary/run';
import { sharedResource } from '../shared-answers';
import { callForJson } from './call-for-json';
import { addDryRunIdToQuery } from './dry-run-wire';
import { wireCanary } from './wire-canary';

const answer = z.object({ Canary: wireCanary }).transform(({ Canary }) => Canary);

type CanaryVersion = { name: string; dryRunId?: string | undefined };

/** A canary as it is, or as configured for one of its dry runs. Rejects with a ProblemError. */
export const getCanaryVersion = sharedResource<CanaryVersion, Canary>(
  'canary',
  ({ name, dryRunId }, signal) => {
    const command = new GetCanaryCommand({ Name: name });
    addDryRunIdToQuery(command, dryRunId);
    return callForJson('GetCanary', answer, command, signal);
  },
);

/** One canary by its name. Rejects with a ProblemError. */
export const getCanary = (name: string, signal?: AbortSignal): Promise<Answer<Canary>> =>
  getCanaryVersion({ name }, signal);
