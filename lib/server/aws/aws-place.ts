import type { Answer } from '@/lib/answer/answer';
import type { AwsPlace, AwsService } from '@/lib/download/aws-place';
import { exactNow } from '../clock';
import { env } from '../env';
import { keptAnswer } from '../links/kept-answer';
import { region } from './region';

/** Where the server calls a service. Rejects with a ProblemError without a region. */
export const awsPlace = (service: AwsService = 'deadline'): Promise<Answer<AwsPlace>> =>
  keptAnswer('aws place', service, () => placeNow(service));

async function placeNow(service: AwsService): Promise<Answer<AwsPlace>> {
  const { AWS_ENDPOINT_URL, TRIPTYCH_LOCAL_AWS, ...of } = env();
  const own = service === 'deadline' ? of.AWS_ENDPOINT_URL_DEADLINE : of.AWS_ENDPOINT_URL_SYNTHETICS;
  const endpoint = own ?? AWS_ENDPOINT_URL;
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
