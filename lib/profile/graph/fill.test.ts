import { expect, it } from 'vitest';
import { CHANCE_FILL, CHANGES, changeFill } from './change-colour';
import { cssFill, fillProperty, hexFill } from './fill';
import { MATCH_FILL, MINE_FILL, OTHER_FILL, slotFill, UNMATCHED_FILL, UNPACKAGED_FILL } from './frame-colour';

it('converts a fill to the colour of either scheme', () => {
  const fill = cssFill('slot3', { light: '#ffffff', dark: '#00aa00' });
  expect(fill).toBe('var(--frame-slot3, light-dark(#ffffff, #00aa00))');
  expect([hexFill(fill, 'light'), hexFill(fill, 'dark')]).toEqual(['#ffffff', '#00aa00']);
  expect(fillProperty(fill)).toBe('--frame-slot3');
});

it('converts every fill that frames have', () => {
  const fills = [
    ...CHANGES.map(changeFill),
    ...Array.from({ length: 10 }, (_, slot) => slotFill(slot)),
    ...[CHANCE_FILL, MATCH_FILL, MINE_FILL, OTHER_FILL, UNMATCHED_FILL, UNPACKAGED_FILL],
  ];
  for (const fill of fills) {
    expect(hexFill(fill, 'light')).toMatch(/^#[0-9a-f]{6}$/);
    expect(hexFill(fill, 'dark')).not.toBe(hexFill(fill, 'light'));
  }
  expect(new Set(fills.map(fillProperty)).size).toBe(fills.length);
  expect(() => hexFill('red', 'light')).toThrow('Not the fill');
});
