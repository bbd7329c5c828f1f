import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DELETE as deleteNote, PUT as putNote } from '@/app/api/notes/[id]/route';
import { GET as getNotes, POST as postNote } from '@/app/api/notes/route';
import { callRoute, pointAt, TEST_NOW, temporaryFolder } from '../test-support';

const TOKEN = 'a-token-of-sixteen-characters';
const OWN = { origin: 'http://127.0.0.1:3000' };

let folder: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  // Nothing listens there, because notes need no AWS.
  pointAt('http://127.0.0.1:1');
  vi.stubEnv('TRIPTYCH_DATA', folder);
  vi.stubEnv('TRIPTYCH_NOTES_TOKEN', TOKEN);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await remove();
});

const json = (body: unknown, headers: Record<string, string>) => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
});

const post = (body: unknown, headers: Record<string, string> = OWN) =>
  callRoute(postNote, { method: 'POST', ...json(body, headers) });

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const stored = async () =>
  (await callRoute(getNotes, { path: '/?startTime=2026-01-01T00:00:00Z&endTime=2027-01-01T00:00:00Z' })).body
    .data.notes;

test('adds a note of now by token, without an origin', async () => {
  const { status, body } = await post({ text: 'Deploy 4.2', kind: 'deploy' }, bearer(TOKEN));
  expect(status).toBe(200);
  expect(body.data).toMatchObject({ text: 'Deploy 4.2', kind: 'deploy', from: TEST_NOW });
  expect(await stored()).toEqual([body.data]);
});

test('adds, replaces and deletes a note from the dashboard’s own pages', async () => {
  const { body } = await post({ text: 'Deploy', from: '2026-11-24T13:00:00Z', to: '2026-11-24T13:10:00Z' });
  const { id } = body.data;
  const changed = { text: 'Deploy 4.2', from: '2026-11-24T13:00:00Z' };
  const replaced = await callRoute(putNote, { method: 'PUT', params: { id }, ...json(changed, OWN) });
  expect(await stored()).toEqual([replaced.body.data]);
  expect(replaced.body.data).toEqual({
    id: replaced.body.data.id,
    from: Date.parse('2026-11-24T13:00:00Z'),
    text: 'Deploy 4.2',
  });
  await callRoute(deleteNote, { method: 'DELETE', params: { id: replaced.body.data.id }, headers: OWN });
  expect(await stored()).toEqual([]);
});

describe('refuses', () => {
  afterEach(async () => expect(await stored()).toEqual([]));

  test.each([
    ['a wrong token', bearer('another-token-of-some-length'), 401, 'WrongToken'],
    ['the beginning of the token', bearer(TOKEN.slice(0, -1)), 401, 'WrongToken'],
    ['a wrong token of an own page', { ...bearer('wrong'), ...OWN }, 401, 'WrongToken'],
    ['no token and no origin', {}, 403, 'ForeignOrigin'],
    ['a foreign origin', { origin: 'https://evil.example' }, 403, 'ForeignOrigin'],
    ['a name and password', { authorization: 'Basic YTpi' }, 403, 'ForeignOrigin'],
  ])('%s', async (_, headers, status, code) => {
    const answer = await post({ text: 'Deploy' }, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.body.error.code).toBe(code);
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer' : null);
  });

  test('a token where none is set', async () => {
    vi.stubEnv('TRIPTYCH_NOTES_TOKEN', '');
    const { status, body } = await post({ text: 'Deploy' }, bearer(TOKEN));
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/takes no notes by token\. Set TRIPTYCH_NOTES_TOKEN on its server/);
    vi.stubEnv('TRIPTYCH_NOTES_TOKEN', TOKEN);
  });

  test('a body above 8 KiB', async () => {
    const { status } = await post({ text: 'x'.repeat(9000) }, bearer(TOKEN));
    expect(status).toBe(413);
  });

  test.each([
    ['no text', {}, 'text'],
    ['an empty text', { text: ' ' }, 'text'],
    ['a long text', { text: 'x'.repeat(201) }, 'text'],
    ['two lines', { text: 'a\nb' }, 'text'],
    ['a script as a link', { text: 'a', link: 'javascript:alert(1)' }, 'link'],
    ['an http link', { text: 'a', link: 'http://ci.example/' }, 'link'],
    ['a time without a zone', { text: 'a', from: '2026-11-24T13:00:00' }, 'from'],
    ['an end alone', { text: 'a', to: '2026-11-24T13:00:00Z' }, 'from'],
    [
      'an end before the start',
      { text: 'a', from: '2026-11-24T13:00:00Z', to: '2026-11-24T12:00:00Z' },
      'to',
    ],
    ['a long kind', { text: 'a', kind: 'x'.repeat(31) }, 'kind'],
    ['a number as its writer', { text: 'a', by: 7 }, 'by'],
    ['an unknown member', { text: 'a', at: '2026-11-24T13:00:00Z' }, undefined],
  ])('%s', async (_, body, field) => {
    const answer = await post(body, bearer(TOKEN));
    expect(answer.status).toBe(400);
    expect(answer.body.error.field).toBe(field);
  });

  test('text that isn’t JSON', async () => {
    expect((await post('{"text":', bearer(TOKEN))).status).toBe(400);
  });
});

test('refuses a token of fewer than 16 characters in the environment', async () => {
  vi.stubEnv('TRIPTYCH_NOTES_TOKEN', 'short');
  const { status, body } = await post({ text: 'Deploy' }, bearer('short'));
  expect(status).toBe(503);
  expect(body.error.message).toContain('TRIPTYCH_NOTES_TOKEN');
});

test('refuses to delete under an id with another form', async () => {
  const answer = await callRoute(deleteNote, {
    method: 'DELETE',
    params: { id: '../archive' },
    headers: OWN,
  });
  expect(answer.status).toBe(400);
  expect(answer.body.error.field).toBe('id');
});

test('says where there is no folder for notes', async () => {
  vi.stubEnv('TRIPTYCH_DATA', '');
  const { status, body } = await post({ text: 'Deploy' });
  expect(status).toBe(503);
  expect(body.error.code).toBe('NotesOff');
});
