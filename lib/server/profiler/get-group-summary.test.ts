import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/profiling-groups/[group]/summary/route';
import { ClientForTest } from '@/lib/local-aws/codeguru/client-for-test';
import { callRoute, pointAt } from '../test-support';
import { engine } from './engine/engine';
import { getGroupSummary } from './get-group-summary';

let aws: ClientForTest<string>;

beforeAll(async () => {
  aws = await ClientForTest.start(({ endpoint }) => endpoint);
  pointAt(aws.client);
  for (const group of ['shop', 'new', 'idle']) await aws.createGroup(group);
  await aws.post('shop', '2026-11-24T12:10:00Z', 'main 50\n  parse 10\n    read 40');
  await aws.post('shop', '2026-11-24T13:10:00Z', 'main 20\n  parse 30\n  other 0\n    parse 50');
  await aws.post('new', '2026-11-24T13:10:00Z', 'main 5');
});
afterAll(async () => {
  await engine().close();
  await aws.close();
});

const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);
const hour = { startTime: at('13:00'), endTime: at('14:00') };

describe('the summary of a group', () => {
  it('has the samples and the hottest function by self, and the same of the hour before', async () => {
    const { data } = await getGroupSummary({ group: 'shop', ...hour });
    expect(data).toEqual({
      group: 'shop',
      preset: 'all',
      states: ['WALL_TIME'],
      samples: 100,
      hottest: { name: 'parse', self: 80 },
      before: { samples: 100, self: 10, coverage: { from: at('12:00'), to: at('13:00') } },
    });
  });

  it('has nothing of a period before without a profile', async () => {
    const { data } = await getGroupSummary({ group: 'new', ...hour });
    expect(data).toMatchObject({ samples: 5, hottest: { name: 'main', self: 5 } });
    expect(data.before).toBeUndefined();
  });

  it('answers with a warning when the period before can’t be read', async () => {
    const before = { startTime: at('12:00'), endTime: at('13:00') };
    await getGroupSummary({ group: 'shop', ...hour });
    // The hour itself is cached as the one before the later hour.
    const denied = { kind: 'exception', code: 'AccessDeniedException', status: 403, message: '' } as const;
    aws.local.world.faults.inject('GetProfile', denied, 3);
    const { data, partial, warnings } = await getGroupSummary({ group: 'shop', ...before });
    aws.local.world.faults.clear();
    expect(data).toMatchObject({ samples: 100, hottest: { name: 'main', self: 50 } });
    expect(data.before).toBeUndefined();
    expect(partial).toBe(true);
    expect(warnings.join()).toContain('The period before could not be read. AWS denied');
  });

  it('shares one answer between viewers, and names what is missing of the period before', async () => {
    const answers = await Promise.all([1, 2].map(() => getGroupSummary({ group: 'new', ...hour })));
    expect(answers[0]).toBe(answers[1]);
    const { warnings } = await getGroupSummary({
      group: 'shop',
      startTime: at('13:00'),
      endTime: at('15:00'),
    });
    expect(warnings.join()).toContain('In the period before: AWS has profiles only from');
  });

  it('is empty without a profile in the range, and a problem for an unknown group or a reversed range', async () => {
    const summary = (group: string, times: string) =>
      callRoute(GET, { path: `/?${times}`, params: { group } });
    const times = 'startTime=2026-11-24T13:00:00Z&endTime=2026-11-24T14:00:00Z';
    const empty = await summary('idle', times);
    expect([empty.status, empty.body]).toMatchObject([
      200,
      { data: { group: 'idle', isEmpty: true, samples: 0 }, partial: false, warnings: [] },
    ]);
    const unknown = await summary('unknown', times);
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'ResourceNotFoundException']);
    const { status, body } = await summary('shop', times.replace('T14', 'T12'));
    expect([status, body.error.field]).toEqual([400, 'endTime']);
  });
});
