import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
import jetBrainsMono from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2';
import { preload } from 'react-dom';

/** Loads the fonts of Latin text together with the styles. Otherwise each page is laid out in other fonts first, and its text moves. */
export function preloadFonts(): void {
  for (const font of [inter, jetBrainsMono]) {
    preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  }
}
