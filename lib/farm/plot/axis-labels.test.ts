import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelWidth, placedLabels } from './axis-labels';

test('moves labels at the ends inside', () => {
  const labels = [
    { text: '24 Nov', x: 0 },
    { text: '25 Nov', x: 100 },
    { text: '26 Nov', x: 200 },
  ];
  expect(placedLabels(labels, { left: 0, right: 200 }).map(({ x }) => x)).toEqual([22.5, 100, 177.5]);
});

test('never lets labels touch or leave the axis', () => {
  const label = fc.record({
    text: fc.constantFrom('14:00', '24 Nov', 'Nov 2026'),
    x: fc.integer({ min: 0, max: 600 }),
  });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 40 }), (labels) => {
      const sorted = labels.toSorted((a, b) => a.x - b.x);
      const placed = placedLabels(sorted, { left: 0, right: 600 });
      let end = -8;
      for (const { text, x } of placed) {
        expect(x - labelWidth(text) / 2).toBeGreaterThanOrEqual(end + 8);
        end = x + labelWidth(text) / 2;
      }
      expect(end).toBeLessThanOrEqual(600);
      expect(placed.length).toBeGreaterThan(0);
    }),
  );
});
