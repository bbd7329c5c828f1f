import { expect, test } from 'vitest';
import { sliderIndex } from './slider-keys';

const NONE = { altKey: false, ctrlKey: false, metaKey: false };
const press = (key: string, index: number, more = {}) => sliderIndex({ ...NONE, key, ...more }, index, 5);

test('moves by one item, or to an end, and stops there', () => {
  expect([press('ArrowLeft', 2), press('ArrowDown', 2), press('ArrowLeft', 0)]).toEqual([1, 1, 0]);
  expect([press('ArrowRight', 2), press('ArrowUp', 2), press('ArrowRight', 4)]).toEqual([3, 3, 4]);
  expect([press('Home', 2), press('End', 2)]).toEqual([0, 4]);
});

test('leaves other keys and those of the browser alone', () => {
  expect(press('a', 2)).toBeUndefined();
  expect(press('ArrowLeft', 2, { altKey: true })).toBeUndefined();
});
