import type { AskedRequest } from '@/lib/answer/shared-link';
import { pathParams } from '@/lib/server/http/path-params';
import { notKept } from '@/lib/server/links/link-problems';
import { GET as getAwsPlace } from '../aws-place/route';
import { GET as getArtifactFile } from '../canaries/[name]/artifacts/file/route';
import { GET as getReport } from '../canaries/[name]/artifacts/report/route';
import { GET as getArtifacts } from '../canaries/[name]/artifacts/route';
import { GET as getArtifactText } from '../canaries/[name]/artifacts/text/route';
import { GET as getWaterfall } from '../canaries/[name]/artifacts/waterfall/route';
import { GET as getHistory } from '../canaries/[name]/history/route';
import { GET as getCanary } from '../canaries/[name]/route';
import { GET as getCanaries } from '../canaries/route';
import { POST as postHealth } from '../canaries-health/route';
import { GET as getCanaryGroups } from '../canary-groups/route';
import { GET as getBudgets } from '../farms/[farmId]/budgets/route';
import { POST as postCosts } from '../farms/[farmId]/costs/route';
import { GET as getFleets } from '../farms/[farmId]/fleets/route';
import { GET as getJobNames } from '../farms/[farmId]/queues/[queueId]/job-names/route';
import { GET as getQueues } from '../farms/[farmId]/queues/route';
import { GET as getFarm } from '../farms/[farmId]/route';
import { GET as getFarms } from '../farms/route';
import { GET as getNotes } from '../notes/route';
import { GET as getTrend } from '../profiling-groups/[group]/frame-metrics/route';
import { GET as getCompared } from '../profiling-groups/[group]/profile/compare/route';
import { GET as getFunctions } from '../profiling-groups/[group]/profile/functions/route';
import { GET as getProfile } from '../profiling-groups/[group]/profile/route';
import { GET as getProfileTimes } from '../profiling-groups/[group]/profile-times/route';
import { GET as getFindings } from '../profiling-groups/[group]/recommendations/route';
import { GET as getGroup } from '../profiling-groups/[group]/route';
import { GET as getSamples } from '../profiling-groups/[group]/samples/route';
import { GET as getSummary } from '../profiling-groups/[group]/summary/route';
import { GET as getGroups } from '../profiling-groups/route';
import { GET as getUsers } from '../users/route';
import { GET as getViews } from '../views/route';

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

/** The routes whose answers pages show. */
export const SHOWN_ROUTES: readonly (readonly [pattern: string, handler: Handler])[] = [
  ['/api/aws-place', getAwsPlace],
  ['/api/users', getUsers],
  ['/api/views', getViews],
  ['/api/notes', getNotes],
  ['/api/farms', getFarms],
  ['/api/farms/[farmId]', getFarm],
  ['/api/farms/[farmId]/queues', getQueues],
  ['/api/farms/[farmId]/queues/[queueId]/job-names', getJobNames],
  ['/api/farms/[farmId]/fleets', getFleets],
  ['/api/farms/[farmId]/costs', postCosts],
  ['/api/farms/[farmId]/budgets', getBudgets],
  ['/api/canaries', getCanaries],
  ['/api/canaries/[name]', getCanary],
  ['/api/canaries/[name]/history', getHistory],
  ['/api/canaries/[name]/artifacts/file', getArtifactFile],
  ['/api/canaries/[name]/artifacts', getArtifacts],
  ['/api/canaries/[name]/artifacts/text', getArtifactText],
  ['/api/canaries/[name]/artifacts/report', getReport],
  ['/api/canaries/[name]/artifacts/waterfall', getWaterfall],
  ['/api/canaries-health', postHealth],
  ['/api/canary-groups', getCanaryGroups],
  ['/api/profiling-groups', getGroups],
  ['/api/profiling-groups/[group]', getGroup],
  ['/api/profiling-groups/[group]/frame-metrics', getTrend],
  ['/api/profiling-groups/[group]/profile', getProfile],
  ['/api/profiling-groups/[group]/profile/compare', getCompared],
  ['/api/profiling-groups/[group]/profile/functions', getFunctions],
  ['/api/profiling-groups/[group]/summary', getSummary],
  ['/api/profiling-groups/[group]/profile-times', getProfileTimes],
  ['/api/profiling-groups/[group]/recommendations', getFindings],
  ['/api/profiling-groups/[group]/samples', getSamples],
];

/** Answers a request of a page again, as the browser that sends `original`. Rejects with a ProblemError for other paths. */
export function answeredAgain(original: Request) {
  return async ({ path, body }: AskedRequest, signal: AbortSignal): Promise<Response> => {
    const url = new URL(path, original.url);
    for (const [pattern, handler] of SHOWN_ROUTES) {
      const params = pathParams(pattern, url.pathname);
      if (!params) continue;
      // All of them, because they also tell who shares the page.
      const headers = new Headers(original.headers);
      headers.delete('content-length');
      headers.set('content-type', 'application/json');
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      return handler(new Request(url, { ...init, headers, signal }), { params: Promise.resolve(params) });
    }
    throw notKept();
  };
}
