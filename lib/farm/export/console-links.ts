import type { AwsPlace } from '@/lib/download/aws-place';
import { consolePage } from '@/lib/download/console-page';

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
  const page = consolePage('deadlinecloud', place);
  return page && `${page}#${pathOf(resource)}`;
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
