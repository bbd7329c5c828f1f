import { ListGroupResourcesCommand, ListGroupsCommand } from '@aws-sdk/client-synthetics';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
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
  for (const { Id, Name } of listed.items) data.push({ name: Name, canaries: await canariesOf(Id, signal) });
  return { data, asOf, ...listCoverage(listed, 'groups of canaries') };
}

async function canariesOf(GroupIdentifier: string, signal: AbortSignal): Promise<string[]> {
  const { items } = await allPages((NextToken) =>
    callForJson(
      'ListGroupResources',
      resourcesAnswer,
      new ListGroupResourcesCommand({ GroupIdentifier, MaxResults: MAX_RESULTS, NextToken }),
      signal,
    ),
  );
  return items.map((arn) => arn.slice(arn.lastIndexOf(':') + 1));
}
