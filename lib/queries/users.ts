import { queryOptions } from '@tanstack/react-query';
import type { User } from '@/lib/farm/users';
import { fetcherAt } from './fetch-json';

const fetchUsers = fetcherAt<undefined, User[]>(() => '/api/users');

/** The users in the configuration of the dashboard. */
export const usersOptions = (fetcher = fetchUsers) =>
  queryOptions({ queryKey: ['users'], queryFn: ({ signal }) => fetcher(undefined, signal) });
