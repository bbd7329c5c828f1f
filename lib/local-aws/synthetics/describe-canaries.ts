import { z } from 'zod';
import { operation } from '../protocol/operation';
import { canaryPage } from './canary-pages';
import { maxResults, names, nextToken } from './inputs';
import { toWireCanary } from './wire';

export const describeCanaries = operation({
  service: 'synthetics',
  name: 'DescribeCanaries',
  method: 'POST',
  path: '/canaries',
  input: z.object({ MaxResults: maxResults(20), NextToken: nextToken, Names: names }),
  handle: ({ MaxResults, NextToken, Names }, { world }) => {
    const now = world.clock.now();
    const ask = { names: Names, limit: MaxResults, token: NextToken };
    const { canaries, nextToken } = canaryPage(world, world.canaries.list(), ['DescribeCanaries'], ask);
    return {
      body: {
        Canaries: canaries.map((canary) => toWireCanary(canary, now, canary.dryRun?.(now))),
        NextToken: nextToken,
      },
    };
  },
});
