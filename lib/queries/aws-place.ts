import { queryOptions } from '@tanstack/react-query';
import type { AwsPlace } from '@/lib/farm/export/aws-place';
import { fetcherAt } from './fetch-json';

const fetchPlace = fetcherAt<undefined, AwsPlace>(() => '/api/aws-place');

/** Where the dashboard's server calls AWS. */
export const awsPlaceOptions = (fetcher = fetchPlace) =>
  queryOptions({ queryKey: ['aws place'], queryFn: ({ signal }) => fetcher(undefined, signal) });
