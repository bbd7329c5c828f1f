import { expect, test } from 'vitest';
import { profileParams } from '@/components/profile/settings/profile-settings';
import { functionKey } from '@/lib/profile/tree/path-key';
import { unreadProfileParams } from './search-params';

const unread = (query: string) => unreadProfileParams(new URLSearchParams(query)).map(({ key }) => key);

test('reports only the parameters that can’t be read', () => {
  expect(unread('maxDepth=0&data=%25&latest=PT2M&root=left')).toEqual(['data', 'maxDepth', 'latest', 'root']);
  expect(unread('strip=P1W&latest=P1D')).toEqual(['strip']);
  expect(unread('strip=PT1H')).toEqual([]);
  expect(unread('maxDepth=10001')).toEqual(['maxDepth']);
  expect(unread('maxDepth=10000&data=latency&latest=PT1H&root=bottom&focus=')).toEqual([]);
  expect(unread('')).toEqual([]);
});

test('accepts only known views, orders, colours and keys', () => {
  const bad =
    'view=x&focus=%00&inspected=a.b&hidden=a,b&collapsed=a&recursion=on&siblings=x&colours=x&order=x';
  expect(unread(bad)).toEqual([
    'view',
    'focus',
    'inspected',
    'hidden',
    'collapsed',
    'recursion',
    'siblings',
    'colours',
    'order',
  ]);
  const key = functionKey('main');
  const good = `view=hotspots&focus=${key}.${key}&inspected=${key}&hidden=${key},${key}&collapsed=${key}&recursion=folded`;
  expect(unread(`${good}&siblings=weight&colours=mine&mine=com.example.,app&order=self`)).toEqual([]);
});

test('limits the length of lists', () => {
  const key = functionKey('main');
  expect(unread(`hidden=${Array(51).fill(key).join()}`)).toEqual(['hidden']);
  expect(unread(`collapsed=${Array(51).fill(key).join()}`)).toEqual(['collapsed']);
  expect(unread(`mine=${'x'.repeat(101)}`)).toEqual(['mine']);
  expect(unread(`mine=${','.repeat(100_000)}`)).toEqual([]);
});

test('reads back what it writes to the URL', () => {
  const { data, hidden, mine } = profileParams;
  const states = ['BLOCKED', 'a,b', '__proto__'];
  expect(data.parse(data.serialize(states))).toEqual(states);
  expect(data.parse('cpu')).toBe('cpu');
  const keys = [functionKey('a'), functionKey('b')];
  expect(hidden.parse(hidden.serialize(keys))).toEqual(keys);
  expect(mine.parse('com.example.,app')).toEqual(['com.example.', 'app']);
});
