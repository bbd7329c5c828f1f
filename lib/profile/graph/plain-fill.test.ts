import { expect, it } from 'vitest';
import { CHANGES, changeFill } from './change-colour';
import { frameFill, MATCH_HUE, PASSED_OVER_FILL, packageHue } from './frame-colour';
import { plainFill } from './plain-fill';

it.each([
  ['light-dark(hsl(0 0% 100%), hsl(0 0% 0%))', '#ffffff', '#000000'],
  ['light-dark(hsl(0 100% 50%), hsl(120 100% 25%))', '#ff0000', '#008000'],
  ['light-dark(hsl(240 100% 50%), hsl(-60 100% 50%))', '#0000ff', '#ff00ff'],
])('%s is %s in the light and %s in the dark', (fill, light, dark) => {
  expect([plainFill(fill, 'light'), plainFill(fill, 'dark')]).toEqual([light, dark]);
});

it('reads every fill that frames have', () => {
  const fills = [
    ...CHANGES.map(changeFill),
    ...['', 'a', 'com.example', 'java.util'].map((name) => frameFill(packageHue(name))),
    frameFill(MATCH_HUE),
    PASSED_OVER_FILL,
  ];
  for (const fill of fills) {
    expect(plainFill(fill, 'light')).toMatch(/^#[0-9a-f]{6}$/);
    expect(plainFill(fill, 'dark')).not.toBe(plainFill(fill, 'light'));
  }
  expect(() => plainFill('red', 'light')).toThrow('no fill');
});
