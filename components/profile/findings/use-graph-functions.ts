'use client';

import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { functionsOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import { functionsChoice } from '../request/profile-request';
import type { ProfileSettings } from '../settings/profile-settings';
import type { GraphFunctions } from './graph-share';

/** The functions of the whole profile in the graph's thread states, which the summary requests too; undefined while they load. */
export function useGraphFunctions(
  request: ProfileRequest,
  settings: ProfileSettings,
  isWanted: boolean,
): GraphFunctions | undefined {
  const whole = functionsChoice({ ...settings, view: 'overview', focus: '', search: '' });
  const { data } = useQuery({ ...functionsOptions({ ...request, ...whole }), enabled: isWanted });
  return data?.data;
}
