import { expect, test } from 'vitest';
import { rollUp } from './roll-up';
import { visibleNodes } from './visible-nodes';

test('lists the outermost nodes and those below open ones', () => {
  const names = ['a_x_1', 'a_y_1', 'b_x_1'];
  const jobs = names.map((name) => ({ id: name, name, costUsd: 1, runtimeSeconds: 0, records: 0 }));
  const { nodes } = rollUp(jobs, (name) => name.split('_'));
  const listed = (...openIds: string[][]) =>
    visibleNodes(nodes, new Set(openIds.map((path) => JSON.stringify(path)))).map(
      ({ node, depth }) => `${'  '.repeat(depth)}${node.part}`,
    );
  expect(listed()).toEqual(['a', 'b']);
  expect(listed(['a'], ['a', 'y'], ['b', 'z'])).toEqual(['a', '  x', '  y', '    1', 'b']);
});
