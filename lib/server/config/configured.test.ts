import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GET as getUsers } from '@/app/api/users/route';
import { exitOnBadEnv } from '../check-env';
import { callRoute, temporaryFolder } from '../test-support';

let folder: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  vi.stubEnv('TRIPTYCH_FOLDER', folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await remove();
});

const write = (content: string, name = 'triptych.config.json') => writeFile(join(folder, name), content);
const users = async () => (await callRoute(getUsers)).body;

test('has no users without a file', async () => {
  expect(await users()).toMatchObject({ data: [], partial: false, warnings: [] });
});

test('reads the file again after a change, and keeps the users of before a mistake', async () => {
  await write('{ "users": [{ "id": "a", "name": "Ann" }] }');
  expect((await users()).data).toEqual([{ id: 'a', name: 'Ann' }]);
  await write('{ "users": [{ "id": "a", "name": "Annika" }] }');
  expect((await users()).data).toEqual([{ id: 'a', name: 'Annika' }]);
  await write('{\n"users": [{ "id": "a" }] }');
  expect(await users()).toMatchObject({
    data: [{ id: 'a', name: 'Annika' }],
    partial: true,
    warnings: [
      'Names of users may be missing or old. triptych.config.json, line 2, column 11: users[0].name must be a text of 1 to 100 characters.',
    ],
  });
});

test('reads another file, and reports one that is missing', async () => {
  vi.stubEnv('TRIPTYCH_CONFIG', 'people.json');
  expect((await users()).warnings[0]).toMatch(/TRIPTYCH_CONFIG names people\.json, which is not a file\.$/);
  await write('{ "users": [{ "id": "b", "name": "Bo", "team": "FX" }] }', 'people.json');
  expect((await users()).data).toEqual([{ id: 'b', name: 'Bo', team: 'FX' }]);
});

test('names a file that can’t be reached', async () => {
  await symlink('triptych.config.json', join(folder, 'triptych.config.json'));
  expect((await users()).warnings[0]).toMatch(
    /triptych\.config\.json can’t be read: check its permissions\.$/,
  );
});

test('a file with a mistake ends the process at its start, with one sentence', async () => {
  await write('{ "users": [{ "id": "a", "nmae": "Ann" }] }');
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  exitOnBadEnv();
  expect(exit).toHaveBeenCalledWith(1);
  expect(log.mock.calls).toEqual([
    [
      expect.stringMatching(
        /^triptych\.config\.json, line 1, column 34: users\[0\] has an unknown member nmae: its members are id or arn/,
      ),
    ],
  ]);
});
