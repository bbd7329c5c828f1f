import type { Answer } from '@/lib/answer/answer';
import type { AwsPlace } from '@/lib/farm/export/aws-place';
import { exactNow } from '../clock';
import { env } from '../env';
import { region } from './region';

/** Where the server calls Deadline Cloud. Rejects with a ProblemError without a region. */
export async function awsPlace(): Promise<Answer<AwsPlace>> {
  const { AWS_ENDPOINT_URL_DEADLINE, AWS_ENDPOINT_URL, TRIPTYCH_LOCAL_AWS } = env();
  const endpoint = AWS_ENDPOINT_URL_DEADLINE ?? AWS_ENDPOINT_URL;
  const isLocal = endpoint !== undefined && endpoint === TRIPTYCH_LOCAL_AWS;
  const data = { region: await region(), ...(endpoint && { endpoint: withoutUser(endpoint) }), isLocal };
  return { data, asOf: exactNow(), partial: false, warnings: [] };
}

/** Leaves out a user and a password. */
function withoutUser(endpoint: string): string {
  const url = new URL(endpoint);
  url.username = '';
  url.password = '';
  return url.href.replace(/\/$/, '');
}
