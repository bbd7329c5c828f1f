import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFrom } from '../links/link-scope';
import { Links } from '../links/links';
import { s3Clients } from '../s3/client';
import { S3_KEYS, startTestS3 } from '../s3/s3-for-test';
import { TEST_NOW } from '../test-support';
import { S3Objects } from './s3-objects';

let s3: Awaited<ReturnType<typeof startTestS3>>;

beforeAll(async () => {
  s3 = await startTestS3(['links-bucket']);
  Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_S3: s3.url, ...S3_KEYS });
  s3Clients.forget();
});

afterAll(() => s3.close());

const objects = (prefix: string) => new S3Objects({ bucket: 'links-bucket', prefix });

test('writes, reads, lists and removes files', async () => {
  const store = objects('files/of a team');
  await store.write('a/1', Buffer.from('one'));
  await store.write('a/1', Buffer.from('uno'));
  for (const name of ['2', '3', '4']) await store.write(`a/${name}`, Buffer.from(name));
  await store.write('b/1', Buffer.from('other'));
  expect(Buffer.from((await store.read('a/1')) ?? '').toString()).toBe('uno');
  expect(await store.read('a/9')).toBeUndefined();
  expect(await store.list('a', { max: 3 })).toEqual(['1', '2', '3']);
  expect(await store.list('a', { after: '3', max: 3 })).toEqual(['4']);
  expect(await store.list('c', { max: 3 })).toEqual([]);
  await store.remove('a/2');
  await store.remove('a/2');
  expect(await store.list('a', { max: 10 })).toEqual(['1', '3', '4']);
  await store.removeFolder('a');
  await store.removeFolder('a');
  expect(await store.list('a', { max: 10 })).toEqual([]);
  expect(await store.list('b', { max: 10 })).toEqual(['1']);
});

test('has the links of one dashboard on another, also while a link is shown', async () => {
  const instance = () => new Links({ objects: objects(''), now: () => TEST_NOW });
  const { recording, finish } = await instance().begin();
  recording.addAnswer('canaries', '', ['a']);
  await recording.put(['runs'], async () => ({ asOf: TEST_NOW, content: Buffer.from('runs') }));
  const { id } = await finish({ name: 'Canaries', page: { path: '/canaries', search: '' }, missing: [] });
  const other = instance();
  const link = await other.open(id);
  expect(await answerFrom(link, () => link.answer('canaries', ''))).toEqual(['a']);
  expect((await other.list({ max: 10 })).links.map(({ name }) => name)).toEqual(['Canaries']);
  await other.revoke(id);
  await expect(instance().open(id)).rejects.toMatchObject({ problem: { code: 'NoSuchLink' } });
  expect(await objects('').list(id, { max: 10 })).toEqual([]);
});

test('keeps two links that two dashboards make at once', async () => {
  const make = async (name: string) => {
    const { recording, finish } = await new Links({ objects: objects('two'), now: () => TEST_NOW }).begin();
    recording.addAnswer('name', '', name);
    return finish({ name, page: { path: '/', search: '' }, missing: [] });
  };
  await Promise.all(['one', 'two', 'three', 'four'].map(make));
  const { links } = await new Links({ objects: objects('two'), now: () => TEST_NOW }).list({ max: 10 });
  expect(links.map(({ name }) => name).sort()).toEqual(['four', 'one', 'three', 'two']);
});
