import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../test-support';
import { readPatterns } from './route-pattern';

const MANIFEST = {
  version: 3,
  staticRoutes: [{ page: '/farms', regex: '^/farms(?:/)?$' }],
  dynamicRoutes: [
    { page: '/api/farms/[farmId]', regex: '^/api/farms/([^/]+?)(?:/)?$' },
    { page: '/api/[...unknown]', regex: '^/api/(.+?)(?:/)?$' },
  ],
};

test('names the route of a path, never its ids', async () => {
  const { folder, remove } = await temporaryFolder();
  const file = join(folder, 'routes-manifest.json');
  await writeFile(file, JSON.stringify(MANIFEST));
  const patternOf = readPatterns(file);
  expect(
    ['/farms', '/api/farms/farm-1', '/api/a/b/c', '/_next/static/chunks/1.js', '/wp-login.php', ''].map(
      patternOf,
    ),
  ).toEqual(['/farms', '/api/farms/[farmId]', '/api/[...unknown]', '/_next', 'other', 'other']);
  await remove();
});

test('names no route without a manifest', () => {
  expect(readPatterns('/nowhere/routes-manifest.json')('/farms')).toBe('other');
});
