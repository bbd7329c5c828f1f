import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from './database';
import { PageTokens, TOKEN_MS } from './page-tokens';

let folder: string;
let database: Database;
let tokens: PageTokens;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-tokens-'));
  database = await Database.open(folder);
  tokens = await PageTokens.open(database);
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const BINDING = ['ListThings', 'farm-1', undefined, 50];

it('reads the position back for the same binding until the token expires', () => {
  const token = tokens.issue(BINDING, 150, 2000);
  expect(token).toMatch(/^[\w-]{1,64}$/);
  expect(tokens.read(token, BINDING, 1999)).toBe('150');
  expect(tokens.read(token, BINDING, 2000)).toBeUndefined();
});

it('issues a token that never expires', () => {
  const token = tokens.issue(BINDING, '7-ab');
  expect(tokens.read(token, BINDING, Number.MAX_SAFE_INTEGER)).toBe('7-ab');
  expect(tokens.read(token.replace('__', '_1_'), BINDING, 0)).toBeUndefined();
});

it('refuses a token that another data folder signed', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'local-aws-tokens-'));
  const other = await Database.open(elsewhere);
  const token = (await PageTokens.open(other)).issue(BINDING, 150, 2000);
  other.close();
  await rm(elsewhere, { recursive: true });
  expect(tokens.read(token, BINDING, 1)).toBeUndefined();
});

it('refuses a token for another binding', () => {
  const token = tokens.issue(BINDING, 150, 2000);
  expect(tokens.read(token, ['ListThings', 'farm-2', undefined, 50], 1)).toBeUndefined();
  expect(tokens.read(token, ['ListThings', 'farm-1', undefined, 51], 1)).toBeUndefined();
  expect(tokens.read(token, ['ListThings', 'farm-1', 50], 1)).toBeUndefined();
});

it('refuses a token in which any character was changed', () => {
  const token = tokens.issue(BINDING, 150, 2000);
  for (let i = 0; i < token.length; i++) {
    const changed = `${token.slice(0, i)}${token[i] === '1' ? '2' : '1'}${token.slice(i + 1)}`;
    expect(tokens.read(changed, BINDING, 1), changed).toBeUndefined();
  }
  expect(tokens.read(`0${token}`, BINDING, 1)).toBeUndefined();
  expect(tokens.read(`${token}\n`, BINDING, 1)).toBeUndefined();
});

describe('after a key', () => {
  const KEY = `_${'a-key-longer-than-a-token-'.repeat(9)}`;

  it('reads the key back for the same binding until the token expires, after a restart too', async () => {
    const token = await tokens.issueAfter(BINDING, KEY, 0);
    expect(token).toMatch(/^[\w-]{1,64}$/);
    expect(await tokens.readAfter(token, ['other'], 1)).toBeUndefined();
    const reopened = await PageTokens.open(database);
    expect(await reopened.readAfter(token, BINDING, TOKEN_MS - 1)).toBe(KEY);
    expect(await reopened.readAfter(token, BINDING, TOKEN_MS)).toBeUndefined();
  });

  it('stores a key once, and no longer than its tokens are valid', async () => {
    const keys = () => database.rows('SELECT after FROM page_start');
    for (const now of [0, 1, 2]) await tokens.issueAfter(BINDING, KEY, now);
    expect(await keys()).toEqual([{ after: KEY }]);
    await tokens.issueAfter(BINDING, 'other', TOKEN_MS + 2);
    expect(await keys()).toEqual([{ after: 'other' }]);
  });
});

it('keeps its signing key in the data folder', async () => {
  const token = tokens.issue(BINDING, 3, 2000);
  expect((await PageTokens.open(database)).read(token, BINDING, 1)).toBe('3');
});
