import { expect, test } from 'vitest';
import { clearTicks } from './clear-ticks';

test('removes labels under or touching the zone', () => {
  const ticks = [0, 10, 29, 30, 100].map((at) => ({ at, label: `${at}` }));
  const shown = clearTicks(ticks, { span: { from: 0, to: 100 }, width: 300, covered: 62 });
  expect(shown.map(({ at }) => at)).toEqual([30, 100]);
});
