export type ColourScheme = 'light' | 'dark';

const BOTH = /^light-dark\(hsl\((.+)\), hsl\((.+)\)\)$/;
const TONE = /^(-?[\d.]+) ([\d.]+)% ([\d.]+)%$/;

/** Converts a frame's CSS fill to hexadecimal for one colour scheme: `#c9a58b`. */
export function hexFill(fill: string, scheme: ColourScheme): string {
  const [, light = '', dark = ''] = BOTH.exec(fill) ?? [];
  const tone = TONE.exec(scheme === 'light' ? light : dark);
  if (!tone) throw new Error(`Not the fill of a frame: ${fill}`);
  return hex(Number(tone[1]), Number(tone[2]) / 100, Number(tone[3]) / 100);
}

/** https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function hex(hue: number, saturation: number, lightness: number): string {
  const range = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + (((hue % 360) + 360) % 360) / 30) % 12;
    return lightness - range * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  const digits = [0, 8, 4].map((n) =>
    Math.round(255 * channel(n))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}
