import { expect, test } from 'vitest';
import { profileParams } from '@/components/profile/settings/profile-settings';
import { functionKey } from '@/lib/profile/tree/path-key';
import { invalidProfileParams } from './search-params';

const invalid = (query: string) => invalidProfileParams(new URLSearchParams(query)).map(({ key }) => key);

test('reports only the parameters that can’t be read', () => {
  expect(invalid('maxDepth=0&data=%25&latest=PT2M&root=left')).toEqual([
    'data',
    'maxDepth',
    'latest',
    'root',
  ]);
  expect(invalid('strip=P1W&latest=P1D')).toEqual(['strip']);
  expect(invalid('strip=PT1H')).toEqual([]);
  expect(invalid('maxDepth=10001')).toEqual(['maxDepth']);
  expect(invalid('maxDepth=10000&data=latency&latest=PT1H&root=bottom&focus=')).toEqual([]);
  expect(invalid('')).toEqual([]);
});

test('accepts only known views, orders, colours and keys', () => {
  const bad =
    'view=x&focus=%00&inspected=a.b&hidden=a,b&collapsed=a&recursion=on&chains=1&siblings=x&colours=x&order=x';
  expect(invalid(bad)).toEqual([
    'view',
    'focus',
    'inspected',
    'hidden',
    'collapsed',
    'recursion',
    'chains',
    'siblings',
    'colours',
    'order',
  ]);
  const key = functionKey('main');
  const good = `view=hotspots&focus=${key}.${key}&inspected=${key}&hidden=${key},${key}&collapsed=${key}&recursion=folded&chains=folded`;
  expect(invalid(`${good}&siblings=weight&colours=mine&mine=com.example.,app&order=self`)).toEqual([]);
});

test('accepts only prices, numbers of instances and farms that can be', () => {
  expect(invalid('price=0&instances=-1&cost=farm-1&costPer=day')).toEqual([
    'price',
    'instances',
    'cost',
    'costPer',
  ]);
  expect(invalid(`instanceType=${'x'.repeat(41)}`)).toEqual(['instanceType']);
  expect(invalid('price=0.34&instances=2.5&instanceType=c7g.large&costPer=year')).toEqual([]);
  expect(invalid(`cost=farm-${'0'.repeat(32)}`)).toEqual([]);
});

test('limits the length of lists', () => {
  const key = functionKey('main');
  expect(invalid(`hidden=${Array(51).fill(key).join()}`)).toEqual(['hidden']);
  expect(invalid(`collapsed=${Array(51).fill(key).join()}`)).toEqual(['collapsed']);
  expect(invalid(`mine=${'x'.repeat(101)}`)).toEqual(['mine']);
  expect(invalid(`mine=${','.repeat(100_000)}`)).toEqual([]);
});

test('reads back what it writes to the URL', () => {
  const { data, hidden, mine } = profileParams;
  const states = ['BLOCKED', 'a,b', '__proto__'];
  expect(data.parse(data.serialize(states))).toEqual(states);
  expect(data.parse('cpu')).toBe('cpu');
  expect(data.parse('RUNNABLE,NATIVE,BLOCKED')).toBe('cpu');
  expect(data.serialize(['RUNNABLE', 'NATIVE', 'BLOCKED'])).toBe('cpu');
  const keys = [functionKey('a'), functionKey('b')];
  expect(hidden.parse(hidden.serialize(keys))).toEqual(keys);
  expect(mine.parse('com.example.,app')).toEqual(['com.example.', 'app']);
});
