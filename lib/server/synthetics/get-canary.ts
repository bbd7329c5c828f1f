import { GetCanaryCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { Canary } from '@/lib/canary/run';
import { SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { syntheticsClient } from '../aws/clients';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { addDryRunIdToQuery, sendForJson } from './dry-run-wire';
import { wireCanary } from './wire-canary';

const answer = z.object({ Canary: wireCanary });

const canaries = SharedCalls.named<Answer<Canary>>('canary', { ttlMs: 10 * SECOND });

/** One canary by its name. Rejects with a ProblemError. */
export const getCanary = (name: string, signal?: AbortSignal): Promise<Answer<Canary>> =>
  getCanaryOfDryRun({ name }, signal);

/** A canary with the configuration that one of its dry runs had. Rejects with a ProblemError. */
export function getCanaryOfDryRun(
  { name, dryRunId }: { name: string; dryRunId?: string | undefined },
  signal?: AbortSignal,
): Promise<Answer<Canary>> {
  return canaries.get(
    JSON.stringify([name, dryRunId]),
    async (ended) => {
      const asOf = exactNow();
      const { Canary: data } = await call(
        'GetCanary',
        syntheticsClient,
        answer,
        (client, options) => {
          const command = new GetCanaryCommand({ Name: name });
          addDryRunIdToQuery(command, dryRunId);
          return sendForJson(command, (carrier) => client.send(carrier, options));
        },
        ended,
      );
      return { data, asOf, partial: false, warnings: [] };
    },
    signal,
  );
}
