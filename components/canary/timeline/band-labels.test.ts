import { isValidElement } from 'react';
import { expect, test } from 'vitest';
import { BandLabels } from './band-labels';

test('a label stays that of its band when the chart changes its width, and is of no other band', () => {
  const band = (from: number, to: number) => ({ band: { from, to }, texts: ['a'] });
  const keysAt = (scale: number) =>
    BandLabels({ labels: [band(0, 100), band(0, 900)], x: (at) => at * scale, y: 0 }).map(
      (label) => isValidElement(label) && label.key,
    );
  expect(keysAt(1)).toEqual(['0 100', '0 900']);
  expect(keysAt(3)).toEqual(keysAt(1));
});
