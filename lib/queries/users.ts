import { queryOptions } from '@tanstack/react-query';
import type { User } from '@/lib/farm/users';
import { asked } from './asked';
import { fetcherAt } from './fetch-json';

const USERS_PATH = '/api/users';

const fetchUsers = fetcherAt<undefined, User[]>(() => USERS_PATH);

/** The users in the configuration of the dashboard. */
export const usersOptions = (fetcher = fetchUsers) =>
  queryOptions({
    queryKey: ['users'],
    queryFn: ({ signal }) => fetcher(undefined, signal),
    meta: asked(USERS_PATH),
  });
