import { queryOptions } from '@tanstack/react-query';
import type { AwsPlace, AwsService } from '@/lib/download/aws-place';
import { apiPath, fetcherAt } from './fetch-json';

const fetchPlace = fetcherAt<AwsService, AwsPlace>((service) => apiPath('/api/aws-place', { service }));

/** Where the dashboard's server calls a service of AWS. */
export const awsPlaceOptions = (fetcher = fetchPlace, service: AwsService = 'deadline') =>
  queryOptions({ queryKey: ['aws place', service], queryFn: ({ signal }) => fetcher(service, signal) });
