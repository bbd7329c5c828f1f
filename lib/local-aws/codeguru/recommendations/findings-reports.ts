import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Span } from '@/lib/time/range';
import { uuid } from '../input';
import { timestamp } from '../output';
import { aggregationOf } from '../store/aggregation';
import type { ProfilingGroup } from '../store/profiling-group';
import { uuidOf } from './anomaly-id';
import { findingsOf } from './recommendations';

const { P1D } = aggregationOf;

/** [?] Maximum reports on a page, because the findings are counted when the page is requested. */
export const MAX_REPORTS = 31;

export const reportSummary = z.strictObject({
  id: uuid,
  profilingGroupName: z.string(),
  profileStartTime: timestamp,
  profileEndTime: timestamp,
  totalNumberOfFindings: z.number().int(),
});

/** The report of a group for a UTC day; `day` is its start. */
export type Report = { group: ProfilingGroup; day: number };

/** Reports of the ended UTC days with a profile that start within a span, newest first. */
export function reportsOf(group: ProfilingGroup, span: Span, now: number): Report[] {
  return group
    .starts(P1D, span, now)
    .reverse()
    .map((day) => ({ group, day }));
}

/** Counts the findings of days; a count is cached until a late post arrives. */
export class FindingsReports {
  readonly #counts = new LRUCache<string, number>({ max: 10_000 });

  async summary({ group, day }: Report, now: number): Promise<z.output<typeof reportSummary>> {
    const { name } = group.description;
    const hash = createHash('sha256')
      .update(JSON.stringify(['findings report', name, day]))
      .digest('hex');
    return {
      id: uuidOf(hash),
      profilingGroupName: name,
      profileStartTime: new Date(day).toISOString(),
      profileEndTime: new Date(day + P1D.length).toISOString(),
      totalNumberOfFindings: await this.#count({ group, day }, now),
    };
  }

  async #count({ group, day }: Report, now: number): Promise<number> {
    const selection = { blocks: [{ aggregation: P1D, start: day }], start: day, end: day + P1D.length };
    const key = group.revision(selection, now);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const count = findingsOf((await group.read(selection, now)).tree).length;
    this.#counts.set(key, count);
    await setImmediate();
    return count;
  }
}
