import { z } from 'zod';
import type { CanaryDefinition } from '../canary-definition';
import { canaryPage } from '../canary-pages';
import { operation } from '../operation';
import { browserType, maxResults, names, nextToken } from '../wire/inputs';
import { toWireRun } from '../wire/members';
import { lastRunsOutput } from '../wire/outputs';

/** The newest run of each canary except dry runs; with a browser, of each canary that runs in it. */
export const describeCanariesLastRun = operation({
  name: 'DescribeCanariesLastRun',
  method: 'POST',
  path: '/canaries/last-run',
  errors: ['InternalServerException', 'ValidationException'],
  output: lastRunsOutput,
  input: z.object({
    MaxResults: maxResults(100),
    NextToken: nextToken,
    Names: names,
    BrowserType: browserType,
  }),
  handle: async ({ MaxResults, NextToken, Names, BrowserType }, { world }) => {
    const inBrowser = ({ browsers }: CanaryDefinition) =>
      BrowserType === undefined || (browsers?.includes(BrowserType) ?? false);
    const { canaries, nextToken } = await canaryPage(
      world,
      world.canaries.list().filter(inBrowser),
      ['DescribeCanariesLastRun', BrowserType],
      { names: Names, limit: MaxResults, token: NextToken },
    );
    const lastRuns = await world.canaries.lastRuns(canaries, BrowserType);
    const CanariesLastRun = canaries.map(({ name }) => {
      const run = lastRuns.get(name);
      // A canary without runs has no LastRun.
      return { CanaryName: name, LastRun: run && toWireRun(run) };
    });
    return { body: { CanariesLastRun, NextToken: nextToken } };
  },
});
