import { expect, test } from 'vitest';
import { dryRunScript, runsScript } from './cli-scripts';

const AWS = { region: 'eu-west-1', isLocal: false };

test('writes commands that read a canary and its runs', () => {
  const script = runsScript({ name: 'login', runType: 'CANARY_RUN' }, AWS);
  expect(script.split('\n').map((line) => line.trim())).toEqual([
    '# The schedule, by which runs are missed, and for how long AWS keeps runs.',
    'aws synthetics get-canary \\',
    '--region eu-west-1 \\',
    '--name login',
    '',
    '# The CLI reads all pages: all runs that AWS keeps, of any time, location and browser. It needs a version that knows dry runs.',
    '# The page counts a run and its retries, which have the same ScheduledRunId, browser and location, as one.',
    'aws synthetics get-canary-runs \\',
    '--region eu-west-1 \\',
    '--name login \\',
    '--run-type CANARY_RUN \\',
    '--output json',
    '',
  ]);
});

test('starts a dry run in local-aws with its endpoint', () => {
  const local = { region: 'us-east-1', endpoint: 'http://127.0.0.1:4599', isLocal: true };
  expect(dryRunScript('login', local)).toBe(
    'AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws synthetics start-canary-dry-run \\\n    --region us-east-1 \\\n    --endpoint-url http://127.0.0.1:4599 \\\n    --name login',
  );
});
