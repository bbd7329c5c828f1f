import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { operations, services } from './services';

const FOLDERS = { 'codeguru-profiler': 'codeguru', deadline: 'deadline', synthetics: 'synthetics' };
const ROOT = join(import.meta.dirname, '../..');

it('serves so many operations of each service', () => {
  const counts = Object.keys(services).map((name) => [
    name,
    operations.filter(({ service }) => service === name).length,
  ]);
  expect(Object.fromEntries(counts)).toEqual({ 'codeguru-profiler': 23, deadline: 13, synthetics: 11 });
});

it('has a method and path for one operation only', () => {
  const places = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
  expect(places.toSorted()).toEqual([...new Set(places)].toSorted());
});

it.each(operations)(
  '$name has a file, a test, exceptions of its service, and a line in the docs',
  async (each) => {
    const { name, service, method, path, errors } = each;
    const file = name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
    const folder = join(import.meta.dirname, FOLDERS[service], 'operations');
    for (const part of [`${file}.ts`, `${file}.test.ts`]) {
      expect(existsSync(join(folder, part)), part).toBe(true);
    }
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(services[service].statuses).toHaveProperty(error);
    const docs = await readFile(join(ROOT, 'docs/local-aws.md'), 'utf8');
    expect(docs).toContain(`| ${name} | \`${method} ${path}\` |`);
  },
);
