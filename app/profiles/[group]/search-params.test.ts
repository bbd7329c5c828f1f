import { expect, test } from 'vitest';
import { unreadProfileParams } from './search-params';

const unread = (query: string) => unreadProfileParams(new URLSearchParams(query)).map(({ key }) => key);

test('parameters that can’t be read are told, others are not', () => {
  expect(unread('maxDepth=0&data=gpu&latest=PT2M&root=left')).toEqual(['maxDepth', 'data', 'latest', 'root']);
  expect(unread('maxDepth=10001')).toEqual(['maxDepth']);
  expect(unread('maxDepth=10000&data=latency&latest=PT1H&root=bottom&focus=x')).toEqual([]);
  expect(unread('')).toEqual([]);
});
