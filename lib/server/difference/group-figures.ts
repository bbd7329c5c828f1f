import { NOT_KEPT } from '@/lib/answer/problem';
import { endedSpan } from '@/lib/profile/range/ended-span';
import { asProblemError } from '../aws/problem';
import { getGroupSummary } from '../profiler/get-group-summary';
import type { ReadFigures } from './link-difference';
import type { Figure } from './side-figures';

/** Maximum number of groups whose profiles are read. */
const MAX_GROUPS = 30;

/** The samples of profiling groups, as far as their profiles can be read. */
export const groupFigures =
  (names: readonly string[], signal: AbortSignal): ReadFigures =>
  async (span, now) => {
    const { from, to } = endedSpan(span, now);
    const notes = new Set<string>();
    const figures = await Promise.all(
      names.slice(0, MAX_GROUPS).map(async (group): Promise<Figure> => {
        const figure = { key: group, label: `${group}, samples`, unit: 'count' as const };
        try {
          const { data } = await getGroupSummary({ group, startTime: from, endTime: to }, signal);
          return { ...figure, value: data.samples };
        } catch (error) {
          const { code, message } = asProblemError(error).problem;
          notes.add(code === NOT_KEPT ? OTHERS : `${group}: ${message}`);
          return { ...figure, value: null };
        }
      }),
    );
    if (names.length > MAX_GROUPS) notes.add(`Only ${MAX_GROUPS} of ${names.length} groups were read.`);
    return { span: { from, to }, figures, absent: null, notes: [...notes] };
  };

/** The list reads the figures of the groups in view. */
const OTHERS = 'The link keeps the figures of those groups alone that were in view.';
