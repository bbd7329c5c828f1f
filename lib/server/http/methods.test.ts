import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { methodsAt } from './methods';
import { refuseMethod } from './refuse-method';

const ROUTES = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('/route.ts'),
);

test.each(ROUTES)('%s exports the methods of its path', async (file) => {
  const handlers: object = await import(/* @vite-ignore */ resolve('app/api', file));
  const exported = Object.entries(handlers).flatMap(([method, handler]) =>
    handler === refuseMethod ? [] : method,
  );
  const implied = ['OPTIONS', ...(exported.includes('GET') ? ['HEAD'] : [])];
  const path = `/api/${file.slice(0, -'/route.ts'.length).replace(/\[[^\]]+\]/g, 'x')}`;
  expect([...new Set([...exported, ...implied])].sort()).toEqual([...methodsAt(path)].sort());
});
