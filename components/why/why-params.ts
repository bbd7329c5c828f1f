import { createParser } from 'nuqs/server';
import { CANARY_NAME } from '@/lib/canary/ids';
import { FARM_ID } from '@/lib/farm/ids';
import { GROUP_NAME } from '@/lib/profile/view/profiling-group';

const parseAsOf = (form: RegExp) =>
  createParser<string>({ parse: (text) => (form.test(text) ? text : null), serialize: String });

/** The parameters of the page besides the range and the settings of the comparison. */
export const whyParams = {
  canary: parseAsOf(CANARY_NAME),
  /** Null is the likeliest of the profiling groups. */
  group: parseAsOf(GROUP_NAME),
  /** Null is the first farm. */
  farm: parseAsOf(FARM_ID),
};
