import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { operations, serviceOf, services } from './services';

const ROOT = join(import.meta.dirname, '../..');

it('serves this many operations of each service', () => {
  const counts = services.map(({ name, operations }) => [name, operations.length]);
  expect(Object.fromEntries(counts)).toEqual({ 'codeguru-profiler': 23, deadline: 13, synthetics: 11 });
});

it('gives each method and path to one operation only', () => {
  const places = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
  expect(places.toSorted()).toEqual([...new Set(places)].toSorted());
});

it.each(operations)(
  '$name has a file, a test, exceptions of its service and a line in the docs',
  async (each) => {
    const { name, method, path, errors } = each;
    const service = serviceOf(each);
    const file = name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
    const folder = join(import.meta.dirname, service.folder, 'operations');
    for (const part of [`${file}.ts`, `${file}.test.ts`]) {
      expect(existsSync(join(folder, part)), part).toBe(true);
    }
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(service.errors.statuses).toHaveProperty(error);
    const docs = await readFile(join(ROOT, 'docs/local-aws.md'), 'utf8');
    expect(docs).toContain(`| ${name} | \`${method} ${path}\` |`);
  },
);
