import { createLoader } from 'nuqs/server';
import { profileParams } from '@/components/profile/settings/profile-settings';
import { invalidParams } from '@/lib/answer/invalid-params';
import { MAX_HIDDEN } from '@/lib/profile/view/choice';
import { rangeSearchParams } from '@/lib/time/search-params';

/** Sentences for the parameters that can't be read, each with the default that is shown instead. */
const SENTENCES = {
  view: 'The view of this link is unknown. The overview is shown.',
  data: 'The thread states of this link (data) can’t be read. CPU is shown, or all states if there is none.',
  maxDepth: 'The depth of this link is not a whole number from 1 to 10,000. All frames are shown.',
  latest: 'The period of this link (latest) is unknown. The time range is shown.',
  strip: 'The length of the profiles in the strip of this link is unknown. It fits the time range.',
  focus: 'The frame of this link (focus) can’t be read. The whole profile is shown.',
  inspected: 'The function of this link (inspected) can’t be read. No function is inspected.',
  hidden: `The hidden functions of this link can’t be read, or are more than ${MAX_HIDDEN}. No function is hidden.`,
  collapsed: `The collapsed functions of this link can’t be read, or are more than ${MAX_HIDDEN}. No function is collapsed.`,
  recursion: 'The recursion setting of this link is unknown. Every call is shown.',
  root: 'The place of the root in this link is unknown. It is on top.',
  siblings: 'The order of the frames in this link (siblings) is unknown. They are sorted by name.',
  colours: 'The colours of this link are unknown. They are by package.',
  mine: 'The prefixes of your code in this link (mine) can’t be read. There are none.',
  order: 'The order of the functions in this link is unknown. They are sorted by total.',
  baseline: 'The baseline of this link is unknown. It is a day before.',
  baselineGroup: 'The baseline’s group of this link can’t be read. It is the group of this page.',
  unit: 'The unit of this link is unknown. Shares are compared.',
  movedBy: 'The order of the changed functions in this link is unknown. They are sorted by total.',
  chance: 'The setting for small changes in this link is unknown. Changes that may be chance are left out.',
};

/** The parameters of a group's page that can't be read, with the sentences for them. */
export const invalidProfileParams = (search: { get(key: string): string | null }) =>
  invalidParams(search, profileParams, SENTENCES);

export const loadProfileSearchParams = createLoader({ ...rangeSearchParams, ...profileParams });
