import { StartCanaryCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import { ProblemError } from '@/lib/answer/problem';
import { env } from '../env';
import { auditFact } from '../log/audit';
import { callForJson } from './call-for-json';
import { asDryRunStart } from './dry-run-wire';

const answer = z
  .object({ DryRunConfig: z.object({ DryRunId: z.string().min(1) }) })
  .transform(({ DryRunConfig }) => ({ dryRunId: DryRunConfig.DryRunId }));

/** Starts a dry run of a canary of local-aws: the dashboard changes nothing in AWS. Rejects with a ProblemError. */
export async function startDryRun(name: string, signal: AbortSignal): Promise<{ dryRunId: string }> {
  if (env().TRIPTYCH_LOCAL_AWS === undefined) {
    throw new ProblemError({
      code: 'NotLocal',
      message:
        'The dashboard starts dry runs only in local-aws, and this one shows AWS. Start it with the AWS CLI, or in the AWS console.',
      status: 403,
      retryable: false,
    });
  }
  const command = new StartCanaryCommand({ Name: name });
  asDryRunStart(command);
  const started = await callForJson('StartCanaryDryRun', answer, command, signal);
  auditFact('dryRun', started.dryRunId);
  return started;
}
