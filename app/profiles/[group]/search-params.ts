import { createLoader } from 'nuqs/server';
import { MAX_INSTANCES, MAX_PRICE, MAX_TYPE_LENGTH } from '@/components/profile/settings/cost-params';
import { profileParams } from '@/components/profile/settings/profile-settings';
import { formatNumber } from '@/lib/answer/format-number';
import { invalidParams } from '@/lib/answer/invalid-params';
import { MAX_HIDDEN } from '@/lib/profile/view/choice';
import { rangeSearchParams } from '@/lib/time/search-params';

/** Sentences for the parameters that can't be read, each with the default that is shown instead. */
const SENTENCES = {
  view: 'The view in this link is unknown. Showing the overview.',
  data: 'The thread states in this link (data) can’t be read. Showing CPU, or all states if there is none.',
  maxDepth: 'The depth in this link is not a whole number from 1 to 10,000. Showing all frames.',
  latest: 'The period in this link (latest) is unknown. Showing the time range.',
  strip: 'The length of the strip’s profiles in this link is unknown. Choosing it by the time range.',
  focus: 'The frame in this link (focus) can’t be read. Showing the whole profile.',
  inspected: 'The function in this link (inspected) can’t be read. Inspecting no function.',
  hidden: `The hidden functions in this link can’t be read, or there are more than ${MAX_HIDDEN}. Hiding none.`,
  collapsed: `The collapsed functions in this link can’t be read, or there are more than ${MAX_HIDDEN}. Collapsing none.`,
  recursion: 'The recursion setting in this link is unknown. Showing every call.',
  chains: 'The setting for chains of frames in this link (chains) is unknown. Showing every frame.',
  root: 'The place of the root in this link is unknown. Showing it at the top.',
  siblings: 'The order of the frames in this link (siblings) is unknown. Sorting them by name.',
  colours: 'The colours in this link are unknown. Colouring by package.',
  mine: 'The prefixes of your code in this link (mine) can’t be read. Ignoring them.',
  order: 'The order of the functions in this link is unknown. Sorting them by self.',
  price: `The price in this link is not a number above 0, up to ${formatNumber(MAX_PRICE)} US dollars an hour. Showing no cost by a price.`,
  instances: `The number of instances in this link is not above 0 and up to ${formatNumber(MAX_INSTANCES)}. Using one.`,
  instanceType: `The type of instances in this link has more than ${MAX_TYPE_LENGTH} characters. Leaving it out.`,
  cost: 'The farm in this link whose costs the frames share (cost) is not the id of a farm. Showing none of its costs.',
  costPer: 'The time of the costs in this link (costPer) is unknown. Showing those of the profile’s time.',
  baseline: 'The baseline in this link is unknown. Comparing with the day before.',
  baselineGroup: 'The baseline’s group in this link can’t be read. Comparing within this page’s group.',
  baselineKept:
    'The shared link that keeps the baseline of this link (baselineKept) can’t be read. Comparing with what AWS has now.',
  unit: 'The unit in this link is unknown. Comparing shares.',
  movedBy: 'The order of the changed functions in this link is unknown. Sorting them by self.',
  chance:
    'The setting for small changes in this link is unknown. Leaving out changes that may be chance, and showing them grey.',
};

/** The parameters of a group's page that can't be read, with the sentences for them. */
export const invalidProfileParams = (search: { get(key: string): string | null }) =>
  invalidParams(search, profileParams, SENTENCES);

export const loadProfileSearchParams = createLoader({ ...rangeSearchParams, ...profileParams });
