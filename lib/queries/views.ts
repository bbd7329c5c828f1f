import { queryOptions } from '@tanstack/react-query';
import type { View } from '@/lib/overview/view';
import { asked } from './asked';
import { fetcherAt } from './fetch-json';

const VIEWS_PATH = '/api/views';

const fetchViews = fetcherAt<undefined, View[]>(() => VIEWS_PATH);

/** The views in the configuration of the dashboard. */
export const viewsOptions = (fetcher = fetchViews) =>
  queryOptions({
    queryKey: ['views'],
    queryFn: ({ signal }) => fetcher(undefined, signal),
    meta: asked(VIEWS_PATH),
  });
