import { expect, test } from 'vitest';
import { type BandLabel, placedLabels } from './placed-labels';

const label = (from: number, to: number, ...texts: string[]): BandLabel => ({ band: { from, to }, texts });
const placed = (...labels: BandLabel[]) =>
  placedLabels(labels, (at) => at).map(({ text, middle }) => `${text} at ${middle}`);

test('takes the longest text that fits, or none', () => {
  const texts = ['failing for 3 h', '3 h'];
  expect(placed(label(0, 200, ...texts), label(300, 340, ...texts), label(400, 410, ...texts))).toEqual([
    'failing for 3 h at 100',
    '3 h at 320',
  ]);
});

test('leaves out a label that would overlap an earlier one', () => {
  expect(placed(label(0, 200, 'failing'), label(60, 160, 'missing'), label(120, 300, 'missing'))).toEqual([
    'failing at 100',
    'missing at 210',
  ]);
});
