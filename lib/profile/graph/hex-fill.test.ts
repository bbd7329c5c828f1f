import { expect, it } from 'vitest';
import { CHANGES, changeFill } from './change-colour';
import { frameFill, MATCH_HUE, packageHue, UNMATCHED_FILL } from './frame-colour';
import { hexFill } from './hex-fill';

it.each([
  ['light-dark(hsl(0 0% 100%), hsl(0 0% 0%))', '#ffffff', '#000000'],
  ['light-dark(hsl(0 100% 50%), hsl(120 100% 25%))', '#ff0000', '#008000'],
  ['light-dark(hsl(240 100% 50%), hsl(-60 100% 50%))', '#0000ff', '#ff00ff'],
])('converts %s to %s in light and %s in dark', (fill, light, dark) => {
  expect([hexFill(fill, 'light'), hexFill(fill, 'dark')]).toEqual([light, dark]);
});

it('converts every fill that frames have', () => {
  const fills = [
    ...CHANGES.map(changeFill),
    ...['', 'a', 'com.example', 'java.util'].map((name) => frameFill(packageHue(name))),
    frameFill(MATCH_HUE),
    UNMATCHED_FILL,
  ];
  for (const fill of fills) {
    expect(hexFill(fill, 'light')).toMatch(/^#[0-9a-f]{6}$/);
    expect(hexFill(fill, 'dark')).not.toBe(hexFill(fill, 'light'));
  }
  expect(() => hexFill('red', 'light')).toThrow('Not the fill');
});
