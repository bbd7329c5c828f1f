import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import { expect, test } from 'vitest';
import { cssVariables, theme } from './theme';

/** The relative luminance of a colour, `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const whole = mergeMantineTheme(DEFAULT_THEME, theme);
const { light, dark } = cssVariables(whole);

test.each([
  { scheme: 'light', variables: light, field: '#ffffff' },
  { scheme: 'dark', variables: dark, field: whole.colors.dark[6] },
])('has texts of a contrast of at least 4.5 in fields and on panels: $scheme', ({ variables, field }) => {
  const surface = variables['--triptych-surface'] ?? '';
  const texts = Object.entries(variables).filter(([name]) =>
    /-text$|-text-muted$|dimmed$|placeholder$/.test(name),
  );
  expect(texts.length).toBeGreaterThan(6);
  for (const [name, colour] of texts) expect(contrast(colour, surface), name).toBeGreaterThanOrEqual(4.5);
  const placeholder = variables['--mantine-color-placeholder'] ?? '';
  expect(contrast(placeholder, field)).toBeGreaterThanOrEqual(4.5);
});
