import { queryOptions } from '@tanstack/react-query';
import type { AwsPlace, AwsService } from '@/lib/download/aws-place';
import { asked } from './asked';
import { apiPath, fetcherAt } from './fetch-json';

const placePath = (service: AwsService) => apiPath('/api/aws-place', { service });

const fetchPlace = fetcherAt<AwsService, AwsPlace>(placePath);

/** Where the dashboard's server calls a service of AWS. */
export const awsPlaceOptions = (fetcher = fetchPlace, service: AwsService = 'deadline') =>
  queryOptions({
    queryKey: ['aws place', service],
    queryFn: ({ signal }) => fetcher(service, signal),
    meta: asked(placePath(service)),
  });
