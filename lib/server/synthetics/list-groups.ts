import { ListGroupResourcesCommand, ListGroupsCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import { isNotFound } from '@/lib/answer/problem';
import type { CanaryGroup } from '@/lib/canary/list/canary-groups';
import { MINUTE } from '@/lib/time/duration';
import { allPages, listCoverage } from '../aws/pages';
import { wireToken } from '../aws/wire';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';
import { callForJson } from './call-for-json';

const MAX_RESULTS = 20;

const groupsAnswer = z
  .object({
    Groups: z.array(z.object({ Id: z.string().min(1), Name: z.string().min(1) })),
    NextToken: wireToken,
  })
  .transform(({ Groups, NextToken }) => ({ items: Groups, nextToken: NextToken }));

const resourcesAnswer = z
  .object({ Resources: z.array(z.string()), NextToken: wireToken })
  .transform(({ Resources, NextToken }) => ({ items: Resources, nextToken: NextToken }));

const groups = SharedCalls.named<Answer<CanaryGroup[]>>('canary groups', { ttlMs: MINUTE });

/** The groups of canaries of the account and region, by name. Rejects with a ProblemError. */
export const listCanaryGroups = (_: undefined, signal?: AbortSignal): Promise<Answer<CanaryGroup[]>> =>
  groups.get('', load, signal);

/** Reads the groups one after the other: an account has at most 20. */
async function load(signal: AbortSignal): Promise<Answer<CanaryGroup[]>> {
  const asOf = exactNow();
  const listed = await allPages((NextToken) =>
    callForJson(
      'ListGroups',
      groupsAnswer,
      new ListGroupsCommand({ MaxResults: MAX_RESULTS, NextToken }),
      signal,
    ),
  );
  const data: CanaryGroup[] = [];
  const coverages = [listCoverage(listed, 'groups of canaries')];
  for (const { Id, Name } of listed.items) {
    const found = await canariesOf(Id, signal);
    if (!found) continue;
    data.push({ name: Name, canaries: found.items.map((arn) => arn.slice(arn.lastIndexOf(':') + 1)) });
    coverages.push(listCoverage(found, `canaries of the group ${Name}`));
  }
  const partial = coverages.some((coverage) => coverage.partial);
  return { data, asOf, partial, warnings: coverages.flatMap(({ warnings }) => warnings) };
}

/** The ARNs of a group's canaries; undefined if it was deleted after it was listed. */
async function canariesOf(GroupIdentifier: string, signal: AbortSignal) {
  const read = allPages((NextToken) =>
    callForJson(
      'ListGroupResources',
      resourcesAnswer,
      new ListGroupResourcesCommand({ GroupIdentifier, MaxResults: MAX_RESULTS, NextToken }),
      signal,
    ),
  );
  try {
    return await read;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
