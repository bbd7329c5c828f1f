import { ProblemError } from '@/lib/answer/problem';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import type { Span } from '@/lib/time/range';
import { answerFrom } from '../links/link-scope';
import type { OpenLink } from '../links/open-link';
import { untilAborted } from '../shared-calls';
import type { ProfileRef } from './engine/messages';
import { forgetParts, type LoadedParts, loadParts } from './load-parts';

/** A requested profile with the range it means; undefined is the latest profile. */
export type Requested = {
  request: ProfileRequest;
  range: Span | undefined;
  /** The shared link that keeps it; without one it is answered as the request of the browser. */
  link?: OpenLink | undefined;
};

/** A requested profile as the engine has it. */
export type Side = Requested & { parts: LoadedParts; profile: ProfileRef };

type SidesOf<Requests extends readonly Requested[]> = { [Index in keyof Requests]: Side };

/**
 * Loads the requested profiles and runs an engine operation on them. When the operation returns undefined,
 * because the engine has evicted a profile meanwhile, both happen once more. Rejects with a ProblemError.
 */
export async function queryEngine<Requests extends readonly Requested[], Output>(
  requests: readonly [...Requests],
  signal: AbortSignal | undefined,
  operation: (...sides: SidesOf<Requests>) => Promise<Output | undefined>,
): Promise<{ sides: SidesOf<Requests>; output: Output }> {
  for (let round = 0; round < 2; round++) {
    const sides = await loadSides<Requests>(requests, signal);
    const output = await untilAborted(operation(...sides), signal);
    if (output) return { sides, output };
    for (const { parts } of sides) forgetParts(parts.loaded);
  }
  throw new ProblemError({
    code: 'ProfileTooLarge',
    message: 'This profile is too large for the dashboard. Try a lower depth or a shorter range.',
    status: 507,
    retryable: false,
  });
}

/** One side for each request, in order, which is all that the cast says. */
const loadSides = <Requests extends readonly Requested[]>(
  requests: readonly Requested[],
  signal: AbortSignal | undefined,
) => Promise.all(requests.map((requested) => loadSide(requested, signal))) as Promise<SidesOf<Requests>>;

async function loadSide({ request, range, link }: Requested, signal: AbortSignal | undefined): Promise<Side> {
  const load = () => loadParts(request, range, signal);
  const parts = await (link ? answerFrom(link, load) : load());
  const keys = parts.loaded.map(({ key }) => key);
  return { request, range, parts, profile: { keys, maxDepth: request.maxDepth } };
}
