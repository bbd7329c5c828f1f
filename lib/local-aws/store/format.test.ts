import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkFormat, FORMAT } from './format';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-format-'));
});
afterEach(() => rm(folder, { recursive: true }));

const written = async () => JSON.parse(await readFile(join(folder, 'format.json'), 'utf8'));
const write = (text: string) => writeFile(join(folder, 'format.json'), text);

it('marks a new folder, and one that an older release wrote', async () => {
  await checkFormat(folder);
  expect(await written()).toEqual({ format: FORMAT });
  await write('{"format":1}');
  await checkFormat(folder);
  expect(await written()).toEqual({ format: FORMAT });
  await checkFormat(folder);
});

it.each([JSON.stringify({ format: FORMAT + 1 }), '{"format":0}', '{"format":"2"}', '{'])(
  'refuses a folder marked %s and leaves it as it is',
  async (text) => {
    await write(text);
    await expect(checkFormat(folder)).rejects.toThrow(`reads formats up to ${FORMAT}`);
    expect(await readFile(join(folder, 'format.json'), 'utf8')).toBe(text);
  },
);
