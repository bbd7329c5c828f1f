import { gunzipSync } from 'node:zlib';
import { Profile as Pprof } from 'pprof-format';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/profiling-groups/[group]/profile/export/route';
import { ClientForTest } from '@/lib/local-aws/codeguru/client-for-test';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { encodeJson } from '@/lib/profile/codec/encode';
import { print } from '@/lib/profile/testing/text';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { callRoute, pointAt } from '../test-support';

const RANGE = 'startTime=2026-11-24T13:00:00Z&endTime=2026-11-24T14:00:00Z';
const NAME = 'shop_2026-11-24T1300Z_2026-11-24T1400Z';

let aws: ClientForTest<string>;

beforeAll(async () => {
  aws = await ClientForTest.start(({ endpoint }) => endpoint);
  pointAt(aws.client);
  await aws.createGroup('shop');
  await aws.post(
    'shop',
    '2026-11-24T13:10:00Z',
    `
    main 0
      parse RUNNABLE=30 BLOCKED=2
      <Sleep> IDLE=400
  `,
  );
});
afterAll(() => aws.close());

const download = (query: string, group = 'shop') => callRoute(GET, { path: `/?${query}`, params: { group } });

describe('a profile export', () => {
  it.each([
    ['json', 'application/json', `${NAME}.json`],
    ['ion', 'application/x-amzn-ion', `${NAME}.ion`],
  ])('passes on AWS’s answer as %s', async (format, contentType, fileName) => {
    const { status, headers, bytes } = await download(`${RANGE}&format=${format}`);
    expect([status, headers.get('content-type')]).toEqual([200, contentType]);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${fileName}"`);
    expect(headers.get('content-length')).toBe(String(bytes.length));
    expect(print(decodeProfile(bytes).tree)).toEqual([
      'main 0',
      '  parse RUNNABLE=30 BLOCKED=2',
      '  <Sleep> IDLE=400',
    ]);
  });

  it('gzips pprof once', async () => {
    const { headers, bytes } = await download(`${RANGE}&format=pprof`);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${NAME}.pb.gz"`);
    const { stringTable, sampleType, sample } = Pprof.decode(gunzipSync(bytes));
    const types = sampleType.map(({ type }) => stringTable.strings[Number(type)]);
    expect(types).toEqual(['RUNNABLE', 'BLOCKED', 'IDLE', 'samples']);
    expect(sample.map(({ value }) => value)).toEqual([
      [30, 2, 0, 32],
      [0, 0, 400, 400],
    ]);
  });

  it('writes folded stacks of the requested thread states', async () => {
    const all = await download(`${RANGE}&format=folded`);
    expect(all.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(all.headers.get('content-disposition')).toBe(`attachment; filename="${NAME}.folded"`);
    expect(all.bytes.toString()).toBe('main;parse 32\nmain;<Sleep> 400\n');
    const cpu = await download(`${RANGE}&format=folded&data=cpu&maxDepth=20`);
    expect(cpu.headers.get('content-disposition')).toContain(`${NAME}_depth-20_cpu.folded`);
    expect(cpu.bytes.toString()).toBe('main;parse 32\n');
  });

  it('names the available thread states when it has none of the requested ones', async () => {
    const { bytes } = await download(`${RANGE}&format=folded&data=BLOCKED,NATIVE`);
    expect(bytes.toString()).toBe('main;parse 2\n');
    const { status, body } = await download(`${RANGE}&format=folded&data=WAITING`);
    expect([status, body.error]).toEqual([
      400,
      expect.objectContaining({
        field: 'data',
        message: 'This profile has no samples in WAITING. It has RUNNABLE, BLOCKED, IDLE.',
      }),
    ]);
  });

  it('adds up more than a week', async () => {
    await aws.post('shop', '2026-11-12T13:10:00Z', 'old RUNNABLE=7');
    const range = 'startTime=2026-11-10T00:00:00Z&endTime=2026-11-24T14:00:00Z';
    const { headers, bytes } = await download(`${range}&format=folded&data=cpu`);
    expect(headers.get('content-disposition')).toContain('shop_2026-11-10T0000Z_2026-11-24T1400Z_cpu.folded');
    expect(bytes.toString().split('\n').sort()).toEqual(['', 'main;parse 32', 'old 7']);
  });

  it('writes speedscope’s JSON', async () => {
    const { headers, body } = await download(`${RANGE}&format=speedscope`);
    expect(headers.get('content-disposition')).toContain(`${NAME}.speedscope.json`);
    expect(body.name).toBe('shop, 24 Nov 2026, 13:00 – 14:00 UTC');
    expect(body.profiles.map(({ name }: { name: string }) => name)).toEqual(['RUNNABLE', 'BLOCKED', 'IDLE']);
  });

  it('names the latest profile after the time that it covers', async () => {
    const { headers } = await download('period=PT1H&format=folded');
    expect(headers.get('content-disposition')).toMatch(/shop_2026-11-24T13\d\dZ_2026-11-24T\d{4}Z\.folded/);
  });

  it('has one frame in place of those deeper than the requested depth, so that nobody’s self grows', async () => {
    const { bytes } = await download(`${RANGE}&format=folded&maxDepth=1`);
    expect(bytes.toString()).toBe('main;<deeper than 1 frame> 432\n');
  });

  it('is a problem instead of a file when the profile does not exist', async () => {
    const { status, body } = await download(`${RANGE}&format=pprof`, 'nobody');
    expect([status, body.error.code]).toEqual([404, 'ResourceNotFoundException']);
  });

  it('refuses a file that would be too large before it starts, with advice', async () => {
    await aws.createGroup('tall');
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 1000; depth++) {
      builder.open(`${'x'.repeat(5000)}${depth}`);
      builder.count('RUNNABLE', 1);
    }
    const start = Date.parse('2026-11-24T13:10:00Z');
    const body = new Uint8Array(
      encodeJson({ tree: builder.finish(), start, end: start + 1, sampleWeights: {} }),
    );
    const headers = { 'content-type': 'application/json' };
    await fetch(`${aws.client}/profilingGroups/tall/agentProfile`, { method: 'POST', headers, body });

    const refused = await download(`${RANGE}&format=folded`, 'tall');
    expect([refused.status, refused.body.error.field]).toEqual([400, 'format']);
    expect(refused.body.error.message).toBe(
      'As folded this profile would be 2.3 GiB, which is too large. Choose pprof, or a shorter time range or a lower maxDepth.',
    );
    const taken = await download(`${RANGE}&format=pprof`, 'tall');
    expect(Pprof.decode(gunzipSync(taken.bytes)).sample).toHaveLength(1000);
  });
});
