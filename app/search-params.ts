import { createLoader, type inferParserType } from 'nuqs/server';
import { overviewParams } from '@/components/overview/overview-params';
import { rangeSearchParams } from '@/lib/time/search-params';

const params = { ...overviewParams, ...rangeSearchParams };

export type OverviewSearchParams = inferParserType<typeof params>;

/** Reads the range, the view and the farm of the overview from a URL. */
export const loadOverviewSearchParams = createLoader(params);
