import { createLoader, type inferParserType } from 'nuqs/server';
import { canaryListParams } from '@/components/canary/list/list-params';
import { rangeSearchParams } from '@/lib/time/search-params';

const params = { ...canaryListParams, ...rangeSearchParams };

export type CanariesSearchParams = inferParserType<typeof params>;

/** Reads the range, the order and the filters of the list of canaries from a URL. */
export const loadCanariesSearchParams = createLoader(params);

const DEFAULT_CHOICE = createLoader(canaryListParams)({});

/** Whether a link neither sorts nor filters the list. */
export const hasDefaultChoice = (params: CanariesSearchParams): boolean =>
  (Object.keys(DEFAULT_CHOICE) as (keyof typeof DEFAULT_CHOICE)[]).every(
    (key) => JSON.stringify(params[key]) === JSON.stringify(DEFAULT_CHOICE[key]),
  );
