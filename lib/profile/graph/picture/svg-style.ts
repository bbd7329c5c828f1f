import type { ColourScheme } from '../fill';

export const MARGIN_PX = 16;
export const LINE_PX = 18;

/** Approximate width of a character in a monospaced font of 11 px, and in a proportional one of 12 px. */
export const MONO_PX = 6.62;
export const TEXT_PX = 6.6;

export const MONO =
  "'JetBrains Mono Variable', 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";
export const SANS = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";

export const INK: Record<ColourScheme, { background: string; text: string; muted: string }> = {
  light: { background: '#ffffff', text: '#1f2328', muted: '#5b6271' },
  dark: { background: '#15181f', text: '#e6e8ec', muted: '#9aa1b0' },
};

/** Where and how wide a part of the picture is drawn. */
export type Placement = { y: number; px: number; scheme: ColourScheme };

export const oneLine = (text: string) => text.replace(/[\t\r\n]/g, ' ');
