import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Neutral greys with a breath of blue; 0–9 for Mantine's dark scheme, text first, ground last. */
const dark: MantineColorsTuple = [
  '#d6d9e0',
  '#b9bec9',
  '#9aa1b0',
  '#6d7484',
  '#3b414e',
  '#2c313c',
  '#222630',
  '#171a21',
  '#111319',
  '#0b0d11',
];

const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#f0f1f4',
  '#e4e6eb',
  '#d5d8df',
  '#c1c6d0',
  '#989fad',
  '#626979',
  '#4a505e',
  '#31363f',
  '#1c1f26',
];

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 6 },
  colors: { dark, gray },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1.125rem', xl: '1.25rem' },
  headings: { fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Colours that our own CSS and SVG use, designed for both schemes. Status text keeps a contrast of 4.5. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--triptych-ground': '#f7f8fa',
    '--triptych-surface': '#ffffff',
    '--triptych-line': '#e4e6eb',
    '--triptych-text-muted': '#5b6271',
    '--triptych-passed': '#0f9488',
    '--triptych-passed-text': '#0b6e65',
    '--triptych-failed': '#dc3545',
    '--triptych-failed-text': '#b4232f',
    '--triptych-retried': '#d98a0b',
    '--triptych-retried-text': '#8a5200',
    '--triptych-running': '#3b7ddd',
    '--triptych-running-text': '#1f5fbf',
    '--triptych-nodata': '#c1c6d0',
    '--triptych-nodata-text': '#5b6271',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#5b6271',
    '--mantine-color-default-border': '#d5d8df',
  },
  dark: {
    '--triptych-ground': '#0e1015',
    '--triptych-surface': '#15181f',
    '--triptych-line': '#272c36',
    '--triptych-text-muted': '#9aa1b0',
    '--triptych-passed': '#2bb5a6',
    '--triptych-passed-text': '#4ecbbd',
    '--triptych-failed': '#f0616d',
    '--triptych-failed-text': '#ff8a93',
    '--triptych-retried': '#e5a83b',
    '--triptych-retried-text': '#f0bb5e',
    '--triptych-running': '#5b9bf5',
    '--triptych-running-text': '#83b4f8',
    '--triptych-nodata': '#3b414e',
    '--triptych-nodata-text': '#9aa1b0',
    '--mantine-color-body': '#15181f',
    '--mantine-color-dimmed': '#9aa1b0',
    '--mantine-color-default-border': '#2c313c',
  },
});
