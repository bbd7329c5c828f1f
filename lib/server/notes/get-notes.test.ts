import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answerFrom, record } from '../links/link-scope';
import { Links } from '../links/links';
import { DiskObjects } from '../objects/disk-objects';
import { pointAt, TEST_NOW, temporaryFolder } from '../test-support';
import { getNotes } from './get-notes';
import { deleteNote, writeNote } from './write-note';

const HOUR = 3_600_000;
const RANGE = { startTime: TEST_NOW - 6 * HOUR, endTime: TEST_NOW };
const PAGE = { name: 'Overview', page: { path: '/', search: '' }, missing: [] };

let folder: string;
let remove: () => Promise<void>;
let links: Links;

beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  pointAt('http://127.0.0.1:1');
  vi.stubEnv('TRIPTYCH_DATA', folder);
  links = new Links({ objects: new DiskObjects(join(folder, 'links')), now: () => TEST_NOW });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await remove();
});

async function share() {
  const { recording, finish } = await links.begin();
  await record(recording, () => getNotes(RANGE));
  return links.open((await finish(PAGE)).id);
}

const textsOf = ({ data }: Awaited<ReturnType<typeof getNotes>>) => data.notes.map(({ text }) => text);

test('a shared link shows the notes of its page after they were deleted, also in a part of its range', async () => {
  const { data: early } = await writeNote({ text: 'early', from: TEST_NOW - 5 * HOUR });
  await writeNote({ text: 'late', from: TEST_NOW - HOUR });
  const link = await share();
  await deleteNote(early.id);
  expect(textsOf(await getNotes(RANGE))).toEqual(['late']);
  expect(textsOf(await answerFrom(link, () => getNotes(RANGE)))).toEqual(['early', 'late']);
  const part = { ...RANGE, endTime: TEST_NOW - 4 * HOUR };
  expect(await answerFrom(link, () => getNotes(part))).toMatchObject({
    data: { notes: [{ text: 'early' }], total: 1 },
    warnings: [],
  });
});

test('a shared link says that it has no notes outside of the range of its page', async () => {
  const link = await share();
  const { partial, warnings } = await answerFrom(link, () =>
    getNotes({ ...RANGE, startTime: RANGE.startTime - HOUR }),
  );
  expect(partial).toBe(true);
  expect(warnings).toEqual(['This link keeps only the notes of the range that its page showed.']);
});

test('notes can’t be changed on the page of a shared link', async () => {
  const link = await share();
  const refused = { problem: { code: 'ReadOnly', status: 409 } };
  await expect(answerFrom(link, () => writeNote({ text: 'Deploy' }))).rejects.toMatchObject(refused);
  await expect(answerFrom(link, () => deleteNote('any'))).rejects.toMatchObject(refused);
});
