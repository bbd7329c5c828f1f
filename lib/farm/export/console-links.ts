import type { AwsPlace } from './aws-place';

/** A resource of a farm in the AWS console; without its own members, the farm. */
export type ConsoleResource =
  | { farmId: string }
  | { farmId: string; queueId: string; jobId?: string }
  | { farmId: string; fleetId: string }
  | { farmId: string; budgetId: string };

/**
 * Address of a resource in the AWS console. Undefined when the dashboard doesn't show AWS. [?] AWS documents only the console's start
 * page; within it, addresses have the form of the API's paths.
 */
export function consoleLink(resource: ConsoleResource, place: AwsPlace | undefined): string | undefined {
  if (!place || !isAws(place)) return undefined;
  const { region } = place;
  return `https://${region}.${consoleHost(region)}/deadlinecloud/home?region=${region}#${pathOf(resource)}`;
}

/** Whether calls go to AWS itself, also where they go through an endpoint in a private network. */
const isAws = ({ endpoint }: AwsPlace): boolean =>
  endpoint === undefined || /(^|\.)(amazonaws\.com(\.cn)?|api\.aws)$/.test(new URL(endpoint).hostname);

function consoleHost(region: string): string {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  return region.startsWith('us-gov-') ? 'console.amazonaws-us-gov.com' : 'console.aws.amazon.com';
}

function pathOf(resource: ConsoleResource): string {
  const farm = `/farms/${resource.farmId}`;
  if ('queueId' in resource) {
    const queue = `${farm}/queues/${resource.queueId}`;
    return resource.jobId ? `${queue}/jobs/${resource.jobId}` : queue;
  }
  if ('fleetId' in resource) return `${farm}/fleets/${resource.fleetId}`;
  return 'budgetId' in resource ? `${farm}/budgets/${resource.budgetId}` : farm;
}
