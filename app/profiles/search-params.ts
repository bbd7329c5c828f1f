import { groupListParams } from '@/components/profile/groups/group-params';
import { invalidParams } from '@/lib/answer/invalid-params';

const SENTENCES = { order: 'The order of the groups in this link is unknown. Sorting them by name.' };

/** The parameters of the list of groups that can't be read, with the sentences for them. */
export const invalidGroupListParams = (search: { get(key: string): string | null }) =>
  invalidParams(search, groupListParams, SENTENCES);
