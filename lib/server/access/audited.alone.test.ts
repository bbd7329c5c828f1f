import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { POST as postNote } from '@/app/api/notes/route';
import { auditRequest, openAudit } from '../log/audit';
import { enterRequest } from '../log/current-request';
import { callRoute, temporaryFolder } from '../test-support';
import { authorize } from './authorize';
import { cookieFor, stubProviderSignIn } from './session-for-test';

afterEach(() => vi.unstubAllEnvs());

test('names who was refused, and the program that has a token', async () => {
  const { folder, remove } = await temporaryFolder();
  const file = join(folder, 'audit.jsonl');
  openAudit({ file });
  stubProviderSignIn();
  const viewer = enterRequest('request-5');
  const cookie = await cookieFor('viewer', 'u5');
  await expect(authorize(new Headers({ cookie }), 'writeNotes')).rejects.toThrow();
  const answered = { method: 'POST', url: '/api/notes', status: 403 };
  auditRequest(viewer, answered);
  vi.stubEnv('TRIPTYCH_NOTES_TOKEN', 'a-token-of-a-test');
  const program = enterRequest('request-6');
  await callRoute(postNote, { headers: { authorization: 'Bearer a-token-of-a-test' } });
  auditRequest(program, answered);
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { userId: 'u5', name: 'A viewer', role: 'viewer', status: 403 },
    { role: 'program' },
  ]);
  await remove();
});
