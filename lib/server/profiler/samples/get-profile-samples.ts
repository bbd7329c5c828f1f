import { setMaxListeners } from 'node:events';
import type { Answer } from '@/lib/answer/answer';
import { isNotFound, ProblemError } from '@/lib/answer/problem';
import {
  MAX_SAMPLED_PER_REQUEST,
  type ProfileSamples,
  type SamplesRequest,
} from '@/lib/profile/range/samples';
import { asProblemError } from '../../aws/problem';
import { exactNow } from '../../clock';
import { loadSamples } from './load-samples';
import { archivedBlock, blockOf, type SampleBlock } from './sample-blocks';

/**
 * The samples of whole aggregated profiles by thread state. One that can't be read does not hold up the others. Rejects with
 * a ProblemError when none can be read.
 */
export async function getProfileSamples(
  { group, period, starts }: SamplesRequest,
  signal?: AbortSignal,
): Promise<Answer<ProfileSamples>> {
  // Each profile waits for the signal, and the request's own handler does.
  if (signal) setMaxListeners(MAX_SAMPLED_PER_REQUEST + 10, signal);
  const blocks = new Map<number, Promise<SampleBlock | undefined>>();
  const archived = (block: number) => {
    const read = blocks.get(block) ?? archivedBlock({ group, period, block });
    blocks.set(block, read);
    return read;
  };
  const results = await Promise.allSettled(
    starts.map(async (start) => ({
      start,
      ...(await loadSamples(
        { group, period, start, archived: () => archived(blockOf(period, start)) },
        signal,
      )),
    })),
  );
  signal?.throwIfAborted();
  const read = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = results.flatMap((result, i) =>
    // AWS answers "not found" for a profile that it no longer has.
    result.status === 'rejected' && !isNotFound(result.reason)
      ? [{ start: starts[i] ?? 0, problem: asProblemError(result.reason).problem }]
      : [],
  );
  const [first] = failed;
  if (read.length === 0 && first) throw new ProblemError(first.problem);
  return {
    data: { group, period, profiles: read.map(({ start, states }) => ({ start, states })), failed },
    asOf: Math.min(exactNow(), ...read.map(({ asOf }) => asOf)),
    partial: failed.length > 0,
    warnings: [],
  };
}
