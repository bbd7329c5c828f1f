import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../test-support';
import { auditFact, auditRequest, auditSender, openAudit } from './audit';
import { enterRequest } from './current-request';

let file: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  const folder = await temporaryFolder();
  remove = folder.remove;
  file = join(folder.folder, 'audit.jsonl');
});
afterEach(async () => {
  await remove();
});

const lines = async (): Promise<Record<string, unknown>[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const answered = { method: 'GET', url: '/farms?from=now-3h', status: 200 };

test('writes who sent a request, what it asked for and what was made, in a file of its owner alone', async () => {
  openAudit({ file });
  const request = enterRequest('request-1');
  auditSender({ id: 'u1', name: 'Jane Doe', role: 'viewer' });
  auditFact('link', 'abc');
  auditRequest(request, answered);
  expect(await lines()).toEqual([
    {
      ...{ audit: true, time: expect.stringMatching(/^\d{4}-.+Z$/), requestId: 'request-1' },
      ...{ userId: 'u1', name: 'Jane Doe', role: 'viewer' },
      ...{ method: 'GET', address: '/farms?from=now-3h', status: 200, link: 'abc' },
    },
  ]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('has no line for a request of nobody in particular', async () => {
  openAudit({ file });
  auditRequest(enterRequest('request-2'), { ...answered, status: 401 });
  expect(await lines()).toEqual([]);
});

test('leaves out the codes of a sign-in and secrets in an address', async () => {
  openAudit({ file, environment: { NODE_ENV: 'test', MY_TOKEN: 'planted-secret' } });
  const request = enterRequest('request-3');
  auditSender({ id: 'u1', name: 'a planted-secret', role: 'viewer' });
  auditRequest(request, { ...answered, url: '/sign-in/callback?code=c0de&state=s' });
  auditRequest(request, { ...answered, url: '/?search=cookie=planted-secret' });
  const text = await readFile(file, 'utf8');
  expect(text).not.toMatch(/c0de|planted-secret/);
  expect(await lines()).toMatchObject([
    { address: '/sign-in/callback' },
    { name: 'a [secret]', status: 200 },
  ]);
});

test('says so in the log when the audit log can’t be written, and goes on', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  openAudit({ file: '/dev/full' });
  const request = enterRequest('request-4');
  auditSender({ role: 'program' });
  for (let times = 0; times < 3; times++) auditRequest(request, answered);
  await vi.waitFor(() =>
    expect(error).toHaveBeenCalledWith(expect.stringContaining('The audit log can’t be written')),
  );
});
