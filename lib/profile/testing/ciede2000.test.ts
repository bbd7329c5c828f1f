import { expect, it } from 'vitest';
import { ciede2000, type Lab, lab } from './ciede2000';
import { hex, linear } from './contrast';

/** From the test data that Sharma, Wu and Dalal publish with their paper. */
const PUBLISHED: [Lab, Lab, number][] = [
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
  [[50, 2.5, 0], [56, -27, -3], 31.903],
  [[50, 2.5, 0], [58, 24, 15], 19.4535],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[63.0109, -31.0961, -5.8663], [62.8187, -29.7946, -4.0864], 1.263],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[36.4612, 47.858, 18.3852], [36.2715, 50.5065, 21.2231], 1.4146],
  [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
  [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
];

it.each(PUBLISHED)('has the published difference of %j and %j', (first, second, difference) => {
  expect(ciede2000(first, second)).toBeCloseTo(difference, 4);
  expect(ciede2000(second, first)).toBeCloseTo(difference, 4);
});

it('converts colours of the screen', () => {
  const rounded = (text: string) => lab(linear(hex(text))).map((value) => Math.round(value * 10) / 10 + 0);
  expect(rounded('#ffffff')).toEqual([100, 0, 0]);
  expect(rounded('#ff0000')).toEqual([53.2, 80.1, 67.2]);
  expect(rounded('#0000ff')).toEqual([32.3, 79.2, -107.9]);
});
