import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkFormat, FORMAT, markFormat } from './format';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-format-'));
});
afterEach(() => rm(folder, { recursive: true }));

const format = async () => JSON.parse(await readFile(join(folder, 'format.json'), 'utf8'));
const nothing = async () => {};
const write = (text: string) => writeFile(join(folder, 'format.json'), text);

it('marks a new folder and one that an older release wrote', async () => {
  await markFormat(folder, nothing);
  expect(await format()).toEqual({ format: FORMAT });
  await write('{"format":1}');
  await markFormat(folder, nothing);
  expect(await format()).toEqual({ format: FORMAT });
  await markFormat(folder, nothing);
});

it('restores the format of a folder that could not be migrated', async () => {
  await write('{"format":2}');
  const migrate = async () => {
    expect(await format()).toEqual({ format: FORMAT });
    throw new Error('disk full');
  };
  await expect(markFormat(folder, migrate)).rejects.toThrow('disk full');
  expect(await format()).toEqual({ format: 2 });
});

it('writes nothing when it only checks', async () => {
  expect(await checkFormat(folder)).toBeUndefined();
  await write('{"format":1}');
  expect(await checkFormat(folder)).toBe(1);
  expect(await format()).toEqual({ format: 1 });
});

it.each([JSON.stringify({ format: FORMAT + 1 }), '{"format":0}', '{"format":"2"}', '{'])(
  'refuses a folder marked %s and leaves it unchanged',
  async (text) => {
    await write(text);
    for (const refuse of [checkFormat, (at: string) => markFormat(at, nothing)])
      await expect(refuse(folder)).rejects.toThrow(`reads formats up to ${FORMAT}`);
    expect(await readFile(join(folder, 'format.json'), 'utf8')).toBe(text);
  },
);
