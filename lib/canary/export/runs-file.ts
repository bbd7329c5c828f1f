import { fileTime } from '@/lib/download/file-time';
import type { Span } from '@/lib/time/range';
import type { RunPlace } from '../run-places';

/** The contents of a saved file of a canary. */
export type SavedRuns = {
  name: string;
  /** Such as `runs` or `incidents`. */
  what: string;
  span: Span;
  place: RunPlace;
  /** Whether the file has all of the range. */
  isComplete: boolean;
};

/** Name of a file without its extension: canary, chosen location and browser, contents, range, and `incomplete` for a part. */
export const runsFileName = ({ name, what, span, place, isComplete }: SavedRuns): string =>
  [
    name,
    place.location,
    place.browser?.toLowerCase(),
    what,
    fileTime(span.from),
    fileTime(span.to),
    isComplete ? null : 'incomplete',
  ]
    .filter((part) => part != null)
    .join('_');

/** The head of a JSON file: its canary, location, browser and range, and whether it has all of that range. */
export const runsFileHead = ({ name, span, place: { location, browser }, isComplete }: SavedRuns) => ({
  canary: name,
  ...(location !== null && { location }),
  ...(browser !== null && { browser }),
  ...span,
  isComplete,
});
