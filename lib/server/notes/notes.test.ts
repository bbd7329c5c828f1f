import { writeFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DiskObjects } from '../objects/disk-objects';
import { temporaryFolder } from '../test-support';
import { MAX_IN_ANSWER, MAX_NOTES, Notes } from './notes';

const MINUTE = 60_000;
const START = Date.parse('2026-11-24T12:00:00Z');
const HOUR_SPAN = { from: START, to: START + 60 * MINUTE };

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let now: number;

beforeEach(async () => {
  data = await temporaryFolder();
  now = START;
});
afterEach(() => data.remove());

/** Another dashboard on the same folder. */
const instance = (maxNotes?: number) =>
  new Notes({
    objects: new DiskObjects(data.folder),
    now: () => now,
    ...(maxNotes !== undefined && { maxNotes }),
  });

const textsIn = async (notes: Notes, span = HOUR_SPAN) =>
  (await notes.inSpan(span)).notes.map(({ text }) => text);

test('keeps notes that another instance reads, oldest first', async () => {
  const notes = instance();
  await notes.add({ from: START + 20 * MINUTE, to: START + 30 * MINUTE, text: 'Load test' });
  const deploy = { text: 'Deploy 4.2', link: 'https://ci.example/42', kind: 'deploy', by: 'ci' };
  const { id } = await notes.add({ from: START + 10 * MINUTE, ...deploy });
  const found = await instance().inSpan(HOUR_SPAN);
  expect(found.total).toBe(2);
  expect(found.notes[0]).toEqual({ id, from: START + 10 * MINUTE, ...deploy });
  expect(found.notes[1]).toMatchObject({ to: START + 30 * MINUTE, text: 'Load test' });
});

test('finds the notes that are at least partly in a span', async () => {
  const notes = instance();
  const at = (minutes: number) => START + minutes * MINUTE;
  await notes.add({ from: at(-10), text: 'before' });
  await notes.add({ from: at(-10), to: at(5), text: 'into' });
  await notes.add({ from: at(0), text: 'start' });
  await notes.add({ from: at(-10), to: at(90), text: 'around' });
  await notes.add({ from: at(60), text: 'end' });
  await notes.add({ from: at(61), text: 'after' });
  expect((await textsIn(notes)).sort()).toEqual(['around', 'end', 'into', 'start']);
});

test('replaces a note, and refuses to replace one that is not there any more', async () => {
  const [notes, other] = [instance(), instance()];
  const { id } = await notes.add({ from: START, text: 'Deploy' });
  await other.replace(id, { from: START + MINUTE, text: 'Deploy 4.2' });
  expect(await textsIn(instance())).toEqual(['Deploy 4.2']);
  await expect(notes.replace(id, { from: START, text: 'Deploy 4.3' })).rejects.toMatchObject({
    problem: { code: 'NoSuchNote', status: 404 },
  });
  expect(await textsIn(instance())).toEqual(['Deploy 4.2']);
});

test('deletes a note once or twice', async () => {
  const notes = instance();
  const { id } = await notes.add({ from: START, text: 'Deploy' });
  await notes.remove(id);
  await instance().remove(id);
  expect(await textsIn(notes)).toEqual([]);
});

test('shows a note of another instance after ten seconds at the latest', async () => {
  const notes = instance();
  expect(await textsIn(notes)).toEqual([]);
  await instance().add({ from: START, text: 'Deploy' });
  now += 10_000;
  expect(await textsIn(notes)).toEqual(['Deploy']);
});

test('makes room by removing the earliest note, and refuses one that is earlier than all', async () => {
  const notes = instance(2);
  await notes.add({ from: START, text: 'first' });
  await notes.add({ from: START + MINUTE, text: 'second' });
  await notes.add({ from: START + 2 * MINUTE, text: 'third' });
  expect(await textsIn(notes)).toEqual(['second', 'third']);
  await expect(notes.add({ from: START, text: 'too early' })).rejects.toMatchObject({
    problem: { code: 'NoteTooEarly', status: 409, message: expect.stringContaining('There are 2 notes') },
  });
});

test('leaves out damaged and foreign files', async () => {
  const notes = instance();
  const { id } = await notes.add({ from: START, text: 'Deploy' });
  await writeFile(join(data.folder, 'notes', id), '{"text":');
  await writeFile(join(data.folder, 'notes', 'readme.txt'), 'hello');
  expect(await instance().inSpan(HOUR_SPAN)).toEqual({ notes: [], total: 0 });
});

test('answers with the newest of ten thousand notes, and stays at that number', async () => {
  const folder = join(data.folder, 'notes');
  await instance().add({ from: START - 1, text: 'before all' });
  for (let n = 0; n < MAX_NOTES - 1; n++) {
    const name = `${START + n}-${START + n}-${String(n).padStart(22, 'x')}`;
    writeFileSync(join(folder, name), JSON.stringify({ text: `note ${n}` }));
  }
  const notes = instance();
  const found = await notes.inSpan(HOUR_SPAN);
  expect(found.total).toBe(MAX_NOTES - 1);
  expect(found.notes).toHaveLength(MAX_IN_ANSWER);
  expect(found.notes.at(-1)?.text).toBe('note 9998');
  await notes.add({ from: START + MINUTE, text: 'one more' });
  expect(await readdir(folder)).toHaveLength(MAX_NOTES);
  expect(await textsIn(notes, { from: START - 2, to: START - 1 })).toEqual([]);
});
