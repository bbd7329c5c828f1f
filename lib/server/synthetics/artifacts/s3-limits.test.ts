import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { s3Page, startAnsweringS3 } from '../../s3/answering-s3-for-test';
import { getArtifactFile } from './get-artifact-file';
import { startCanaryInS3 } from './s3-artifacts-for-test';

let canary: Awaited<ReturnType<typeof startCanaryInS3>>;
let s3: Awaited<ReturnType<typeof startAnsweringS3>>;
beforeAll(async () => {
  canary = await startCanaryInS3();
  s3 = await startAnsweringS3();
});
beforeEach(() => canary.pointAtS3(s3.url));
afterAll(async () => {
  s3.close();
  await canary.close();
});

test('has four large files in memory at most, and sends small ones meanwhile', async () => {
  const large = Buffer.alloc(2 * 1024 * 1024);
  s3.onRequest(({ url = '' }, response) => response.end(url.includes('small') ? 'x' : large));
  const countLarge = () => s3.requests.filter((url) => url.includes('large')).length;
  const file = (name: string) =>
    getArtifactFile(
      { name: canary.name, location: canary.location, file: name },
      new AbortController().signal,
    );
  const bodies = await Promise.all([1, 2, 3, 4].map((n) => file(`large-${n}.zip`)));
  const fifth = file('large-5.zip');
  // Each is first requested in case that it is small.
  await expect.poll(countLarge).toBe(9);
  expect((await file('small.png')).bytes).toBe(1);
  expect(countLarge()).toBe(9);
  await new Response(bodies[0]?.body as ReadableStream).arrayBuffer();
  expect((await fifth).bytes).toBe(large.length);
  for (const { body } of [...bodies.slice(1), await fifth]) await (body as ReadableStream).cancel();
});

test('passes on the turn of a large file that can’t be read', async () => {
  s3.onRequest((_, response) => {
    response.writeHead(200, { 'content-length': 65 * 1024 * 1024 });
    response.write('x');
  });
  for (let n = 0; n < 5; n++) {
    const { status, body } = await canary.call('file', { file: 'huge.zip' });
    expect([status, body.error.message]).toEqual([
      413,
      'huge.zip has 65 MiB. At most 64 MiB are shown here.',
    ]);
  }
});

test('reads one list for all viewers of a run', async () => {
  s3.onRequest((_, response) => response.end(s3Page([`${canary.prefix}/run.log`])));
  const answers = await Promise.all([1, 2, 3].map(() => canary.call('list')));
  answers.push(await canary.call('list'));
  expect(answers.map(({ body }) => body.data.files.length)).toEqual([1, 1, 1, 1]);
  expect(s3.requests).toHaveLength(1);
});

test('reads four lists at a time', async () => {
  const open: ServerResponse[] = [];
  s3.onRequest((_, response) => void open.push(response));
  const lists = ['10', '11', '12', '13', '14', '15'].map((hour) =>
    canary.call('list', { location: canary.location.replace('/14/30', `/${hour}/30`) }),
  );
  const end = (count: number) => {
    for (const response of open.splice(0, count)) response.end(s3Page([]));
  };
  await expect.poll(() => open.length).toBe(4);
  end(1);
  await expect.poll(() => open.length).toBe(4);
  expect(s3.requests).toHaveLength(5);
  end(4);
  await expect.poll(() => open.length).toBe(1);
  end(1);
  expect((await Promise.all(lists)).map(({ status }) => status)).toEqual(Array(6).fill(200));
});
