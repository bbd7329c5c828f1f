import { fileTime } from '@/lib/download/file-time';
import type { Span } from '@/lib/time/range';
import type { RunType } from '../run';
import type { RunFilter } from '../run-filter';
import type { RunPlace } from '../run-places';

/** The contents of a saved file of a canary. */
export type SavedRuns = {
  name: string;
  /** Such as `runs`, `failed-runs`, `dry-runs` or `incidents`. */
  what: string;
  span: Span;
  place: RunPlace;
  /** Only the runs of this dry run. */
  dryRunId?: string | undefined;
  /** Whether the file has all of the range. */
  isComplete: boolean;
};

/** Name of a file without its extension: canary, chosen location and browser, contents, dry run, range, and `incomplete` for a part. */
export const runsFileName = ({ name, what, span, place, dryRunId, isComplete }: SavedRuns): string =>
  [
    name,
    place.location,
    place.browser?.toLowerCase(),
    what,
    dryRunId,
    fileTime(span.from),
    fileTime(span.to),
    isComplete ? null : 'incomplete',
  ]
    .filter((part) => part != null)
    .join('_');

/** The contents of a file of listed runs: `runs`, `failed-runs`, `dry-runs` … */
export const runsContents = (filter: RunFilter, runType: RunType = 'CANARY_RUN'): string =>
  `${filter === 'all' ? '' : `${filter}-`}${runType === 'DRY_RUN' ? 'dry-runs' : 'runs'}`;

/** The head of a JSON file: its canary, contents, location, browser, dry run and range, and whether it has all of that range. */
export const runsFileHead = ({ name, what, span, place, dryRunId, isComplete }: SavedRuns) => ({
  canary: name,
  contents: what,
  ...(place.location !== null && { location: place.location }),
  ...(place.browser !== null && { browser: place.browser }),
  ...(dryRunId !== undefined && { dryRunId }),
  ...span,
  isComplete,
});
