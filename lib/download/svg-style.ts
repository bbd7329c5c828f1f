export const MARGIN_PX = 16;
export const LINE_PX = 18;

/** Approximate width of a character in a proportional font of 12 px. */
export const TEXT_PX = 6.6;

export const SANS = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";

export type Ink = { background: string; text: string; muted: string };

/** Colours of a picture's background and texts in each colour scheme. */
export const INK = {
  light: { background: '#ffffff', text: '#1f2328', muted: '#5b6271' },
  dark: { background: '#15181f', text: '#e6e8ec', muted: '#9aa1b0' },
} satisfies Record<string, Ink>;

export const oneLine = (text: string) => text.replace(/[\t\r\n]/g, ' ');
