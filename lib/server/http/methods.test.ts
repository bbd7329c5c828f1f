import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { methodsAt } from './methods';

const ROUTES = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('/route.ts'),
);

test.each(ROUTES)('%s exports the methods of its path', async (file) => {
  const exported = Object.keys(await import(/* @vite-ignore */ resolve('app/api', file)));
  const implied = exported.includes('GET') ? ['HEAD', 'OPTIONS'] : ['OPTIONS'];
  const path = `/api/${file.slice(0, -'/route.ts'.length).replace(/\[[^\]]+\]/g, 'x')}`;
  expect([...exported, ...implied].sort()).toEqual([...methodsAt(path)].sort());
});
