import type { AwsPlace } from './aws-place';

/** Address of the AWS console in a region, without a path. Undefined when the dashboard doesn't show AWS. */
export const consoleOrigin = (place: AwsPlace | undefined): string | undefined =>
  place && isAws(place) ? `https://${place.region}.${consoleHost(place.region)}` : undefined;

/** Address of a service's start page in the AWS console. Undefined when the dashboard doesn't show AWS. */
export function consolePage(service: string, place: AwsPlace | undefined): string | undefined {
  const origin = consoleOrigin(place);
  return origin && `${origin}/${service}/home?region=${place?.region}`;
}

/** Whether calls go to AWS itself, also where they go through an endpoint in a private network. */
const isAws = ({ endpoint }: AwsPlace): boolean =>
  endpoint === undefined || /(^|\.)(amazonaws\.com(\.cn)?|api\.aws)$/.test(new URL(endpoint).hostname);

function consoleHost(region: string): string {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  return region.startsWith('us-gov-') ? 'console.amazonaws-us-gov.com' : 'console.aws.amazon.com';
}
