import { createLoader, type inferParserType } from 'nuqs/server';
import { canaryListParams } from '@/components/canary/list/list-params';
import { rangeSearchParams } from '@/lib/time/search-params';

const params = { ...canaryListParams, ...rangeSearchParams };

export type CanariesSearchParams = inferParserType<typeof params>;

/** Reads the range, the order and the filters of the list of canaries from a URL. */
export const loadCanariesSearchParams = createLoader(params);
