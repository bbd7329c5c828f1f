import { expect, it } from 'vitest';
import { exportFileName } from './file-name';

const [startTime, endTime] = [Date.parse('2026-11-24T13:00:00Z'), Date.parse('2026-11-24T14:00:30.5Z')];

it.each([
  [
    { group: 'shop', startTime, endTime, extension: 'pb.gz' },
    'shop_2026-11-24T1300Z_2026-11-24T140030.500Z.pb.gz',
  ],
  [
    {
      group: 'shop',
      startTime,
      endTime: startTime + 5000,
      maxDepth: 20,
      data: 'cpu' as const,
      extension: 'folded',
    },
    'shop_2026-11-24T1300Z_2026-11-24T130005Z_depth-20_cpu.folded',
  ],
  [{ group: 'shop', data: ['RUNNABLE', 'IDLE'], extension: 'folded' }, 'shop_latest_RUNNABLE-IDLE.folded'],
  [{ group: 'shop', data: 'all' as const, extension: 'json' }, 'shop_latest.json'],
  [
    { group: 'shop', data: 'cpu' as const, view: 'hotspots', extension: 'svg' },
    'shop_latest_cpu_hotspots.svg',
  ],
  [{ group: 'g'.repeat(255), extension: 'ion' }, `${'g'.repeat(130)}_latest.ion`],
])('names a download after its contents: %#', (parts, name) => {
  expect(exportFileName(parts)).toBe(name);
});
