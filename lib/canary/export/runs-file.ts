import { fileTime } from '@/lib/download/file-time';
import type { Span } from '@/lib/time/range';
import type { RunPlace } from '../run-places';

/** What a saved file of a canary has. */
export type SavedRuns = {
  name: string;
  /** Such as `runs` or `incidents`. */
  what: string;
  span: Span;
  place: RunPlace;
  /** Whether it has all of the range. */
  isComplete: boolean;
};

/** Name of a file, without its extension: the canary, the chosen location and browser, the contents, the range, and whether it is a part. */
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

/** The head of a JSON file: of which canary, location, browser and range it is, and whether it has all of it. */
export const runsFileHead = ({ name, span, place: { location, browser }, isComplete }: SavedRuns) => ({
  canary: name,
  ...(location !== null && { location }),
  ...(browser !== null && { browser }),
  ...span,
  isComplete,
});
