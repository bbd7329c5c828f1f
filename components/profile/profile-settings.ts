import type { DataChoice } from '@/lib/profile/states';
import type { StripPeriod } from '@/lib/profile/strip';

/** What a viewer chose of a profile; the URL holds it. */
export type ProfileSettings = {
  data: DataChoice;
  /** Frames from the root, 1–10000; null is all. */
  maxDepth: number | null;
  /** The newest aggregated profile of this period instead of the page's range. */
  latest: StripPeriod | null;
  /** Path key of the frame that fills the width; '' is the whole profile. */
  focus: string;
  search: string;
  root: 'top' | 'bottom';
};

/** Resolves when the URL has the change. */
export type ChangeSettings = (
  change: Partial<ProfileSettings>,
  history?: 'push' | 'replace',
) => Promise<unknown>;
