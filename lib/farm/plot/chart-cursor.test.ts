import { expect, it } from 'vitest';
import { movedCursor, selectedBuckets } from './chart-cursor';

const press = (cursor: Parameters<typeof movedCursor>[0], keys: string[], categories = [0, 2]) =>
  keys.reduce((at, key) => {
    const shiftKey = key.startsWith('Shift+');
    return movedCursor(at, { key: key.replace('Shift+', ''), shiftKey }, 30, categories) ?? at;
  }, cursor);

it('moves along the bars and stops at the ends', () => {
  expect(press({ bucket: 3 }, ['ArrowLeft'])).toEqual({ bucket: 2 });
  expect(press({ bucket: 3 }, ['PageDown', 'ArrowRight'])).toEqual({ bucket: 14 });
  expect(press({ bucket: 3 }, ['PageUp'])).toEqual({ bucket: 0 });
  expect(press({ bucket: 3 }, ['End', 'ArrowRight'])).toEqual({ bucket: 29 });
  expect(press({ bucket: 3 }, ['Home'])).toEqual({ bucket: 0 });
  expect(movedCursor({ bucket: 3 }, { key: 'a', shiftKey: false }, 30, [])).toBeUndefined();
});

it('walks the categories of a bar, through all of them together, and keeps one along the bars', () => {
  expect(press({ bucket: 1 }, ['ArrowDown'])).toEqual({ bucket: 1, category: 0 });
  expect(press({ bucket: 1 }, ['ArrowDown', 'ArrowDown'])).toEqual({ bucket: 1, category: 2 });
  expect(press({ bucket: 1 }, ['ArrowDown', 'ArrowDown', 'ArrowDown'])).toEqual({ bucket: 1 });
  expect(press({ bucket: 1 }, ['ArrowUp'])).toEqual({ bucket: 1, category: 2 });
  expect(press({ bucket: 1, category: 2 }, ['ArrowRight'])).toEqual({ bucket: 2, category: 2 });
  expect(press({ bucket: 1 }, ['ArrowDown'], [])).toEqual({ bucket: 1 });
  expect(press({ bucket: 1, category: 1 }, ['ArrowDown']), 'without an amount here').toEqual({
    bucket: 1,
    category: 0,
  });
});

it('selects bars with Shift, in both directions', () => {
  const two = press({ bucket: 5, category: 0 }, ['Shift+ArrowLeft', 'Shift+ArrowLeft']);
  expect(two).toEqual({ bucket: 3, anchor: 5 });
  expect(selectedBuckets(two)).toEqual([3, 5]);
  expect(selectedBuckets(press(two, ['Shift+End']))).toEqual([5, 29]);
  expect(selectedBuckets(press(two, ['ArrowRight']))).toBeUndefined();
});
