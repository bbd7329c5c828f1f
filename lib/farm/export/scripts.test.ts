import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import type { Filter } from '../filters/filter';
import type { CostQuery } from '../plan/plan-aggregations';
import { budgetsScript } from './budgets-script';
import { costsScript } from './costs-script';
import { farmsScript } from './farms-script';

const BUDGETS = [{ budgetId: 'budget-1', details: { actions: [] } }, { budgetId: 'budget-unread' }];
const AWS = { region: 'eu-west-1', isLocal: false };
const from = Date.parse('2026-10-24T22:00:00Z');
const query: CostQuery = {
  ...{ farmId: 'farm-0a', from, to: from + 25 * HOUR, zone: 'Europe/Berlin', period: 'DAILY' },
  ...{ keys: ['QUEUE_ID'], statistics: ['SUM', 'AVG'] },
  resources: { kind: 'queue', ids: ['queue-b', 'queue-a'] },
};

test('has the calls of each aggregation, one after the other', () => {
  const [about, summer, winter, ...more] = costsScript(
    { asked: { query, filters: [] }, isCut: false },
    AWS,
  ).split('\n\n');
  expect(about).toBe(
    '# Costs of 2 queues, 25 Oct 2026, 00:00 UTC+02:00 – 26 Oct 2026, 00:00 UTC+01:00: 2 aggregations.\n' +
      '# Of all rows with the same group and time, in any of the aggregations, the page adds up sums, weighs averages by count.',
  );
  expect(summer).toBe(`id=$(aws deadline start-sessions-statistics-aggregation \\
    --region eu-west-1 \\
    --farm-id farm-0a \\
    --resource-ids queueIds=queue-a,queue-b \\
    --start-time 2026-10-24T22:00:00.000Z \\
    --end-time 2026-10-25T01:00:00.000Z \\
    --timezone UTC+02:00 \\
    --period DAILY \\
    --group-by QUEUE_ID USAGE_TYPE \\
    --statistics SUM AVG \\
    --query aggregationId \\
    --output text)
while [ "$(aws deadline get-sessions-statistics-aggregation \\
    --region eu-west-1 \\
    --farm-id farm-0a \\
    --aggregation-id "$id" \\
    --no-paginate \\
    --query status \\
    --output text)" = IN_PROGRESS ]; do sleep 2; done
aws deadline get-sessions-statistics-aggregation \\
    --region eu-west-1 \\
    --farm-id farm-0a \\
    --aggregation-id "$id" \\
    --page-size 100`);
  expect(winter).toContain('--timezone UTC+01:00');
  expect(more).toEqual([]);
});

test('says which rows the page keeps', () => {
  const filters: Filter[] = [{ key: 'QUEUE_ID', id: 'queue-a' }];
  expect(costsScript({ asked: { query, filters }, isCut: false }, AWS)).toMatch(
    /aggregations\.\n# Of all rows .*\n# The page keeps only 1 queue of their rows\.\n\nid=/,
  );
});

test('has the calls for the earlier costs too, and states that those of a cut answer are more than were made', () => {
  const earlier = { ...query, from: from - 25 * HOUR, to: from };
  const script = costsScript({ asked: { query, filters: [] }, isCut: true, earlier }, AWS);
  expect(script.split('\n').filter((line) => /^#|--(start|end)-time/.test(line))).toEqual([
    '# Costs of 2 queues, 25 Oct 2026, 00:00 UTC+02:00 – 26 Oct 2026, 00:00 UTC+01:00: 2 aggregations.',
    expect.stringMatching(/^# Of all rows with the same group and time/),
    '# The page read only a part of the rows, and need not have made all of these calls.',
    ...['2026-10-24T22', '2026-10-25T01', '2026-10-25T01', '2026-10-25T23'].map(
      (hour, at) => `    --${at % 2 ? 'end' : 'start'}-time ${hour}:00:00.000Z \\`,
    ),
    '# Costs of 2 queues, 23 Oct 2026, 23:00 – 25 Oct 2026, 00:00 UTC+02:00: 1 aggregation.',
    '# The page compares with these.',
    ...['    --start-time 2026-10-23T21:00:00.000Z \\', '    --end-time 2026-10-24T22:00:00.000Z \\'],
  ]);
});

test('has the lists of all farms before the costs of each that has queues', () => {
  const farms = [
    { farmId: 'farm-0a', asked: { query, filters: [] }, isCut: false },
    { farmId: 'farm-0b', isCut: false },
  ];
  const script = farmsScript(farms, AWS);
  expect(script.match(/deadline [a-z-]+|farm-id farm-0./g)?.slice(0, 16)).toEqual([
    'deadline list-farms',
    ...['farm-0a', 'farm-0b'].flatMap((farmId) =>
      ['get-farm', 'list-queues', 'list-budgets'].flatMap((operation) => [
        `deadline ${operation}`,
        `farm-id ${farmId}`,
      ]),
    ),
    'deadline start-sessions-statistics-aggregation',
    'farm-id farm-0a',
    'deadline get-sessions-statistics-aggregation',
  ]);
  expect(script.match(/start-sessions/g)).toHaveLength(2);
  expect(script).not.toContain('# The total');
  const two = farmsScript(
    [farms[0], farms[0]].flatMap((farm) => farm ?? []),
    AWS,
  );
  expect(two).toMatch(
    /farm-0a\n\n# The total of the page adds up the costs of these farms\.\n\n# Costs of 2 queues/,
  );
});

test('has the aggregation of the burn-down that is shown after the calls for budgets', () => {
  const script = budgetsScript('farm-0a', BUDGETS, { query, isCut: false }, AWS);
  expect(script).toContain('--budget-id budget-1\n\n# Costs of 2 queues, ');
  expect(script.match(/start-sessions-statistics-aggregation/g)).toHaveLength(2);
});

test('calls another endpoint without the prefix of its host, and local-aws with any credentials', () => {
  const script = (place: object) => budgetsScript('farm-0a', BUDGETS, undefined, { ...AWS, ...place });
  expect(script({})).toBe(
    'aws deadline list-budgets \\\n    --region eu-west-1 \\\n    --farm-id farm-0a\n' +
      'aws deadline get-budget \\\n    --region eu-west-1 \\\n    --farm-id farm-0a \\\n    --budget-id budget-1\n',
  );
  expect(script({ endpoint: "http://proxy/it's" }).split('\n').slice(0, 3)).toEqual([
    'AWS_DISABLE_HOST_PREFIX_INJECTION=true aws deadline list-budgets \\',
    '    --region eu-west-1 \\',
    "    --endpoint-url 'http://proxy/it'\\''s' \\",
  ]);
  expect(script({ endpoint: 'http://127.0.0.1:4599', isLocal: true })).toMatch(
    /^AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DISABLE_HOST_PREFIX_INJECTION=true aws /,
  );
});
