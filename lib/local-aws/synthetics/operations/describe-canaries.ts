import { z } from 'zod';
import { canaryPage } from '../canary-pages';
import { operation } from '../operation';
import { maxResults, names, nextToken } from '../wire/inputs';
import { toWireCanary } from '../wire/members';
import { canariesOutput } from '../wire/outputs';

export const describeCanaries = operation({
  name: 'DescribeCanaries',
  method: 'POST',
  path: '/canaries',
  errors: ['InternalServerException', 'ValidationException'],
  output: canariesOutput,
  input: z.object({ MaxResults: maxResults(20), NextToken: nextToken, Names: names }),
  handle: async ({ MaxResults, NextToken, Names }, { world }) => {
    const now = world.clock.now();
    const page = { names: Names, limit: MaxResults, token: NextToken };
    const all = world.canaries.list();
    const { canaries, nextToken } = await canaryPage(world, all, ['DescribeCanaries'], page);
    const Canaries = await Promise.all(
      canaries.map(async (canary) => toWireCanary(canary, now, await canary.dryRun?.(now))),
    );
    return { body: { Canaries, NextToken: nextToken } };
  },
});
