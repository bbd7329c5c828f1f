export type ColourScheme = 'light' | 'dark';

/** A colour in both schemes, hexadecimal. */
export type Tones = Readonly<Record<ColourScheme, string>>;

const FILL = /^var\((--frame-[a-z0-9-]+), light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)\)$/;

/**
 * CSS fill of frames: a custom property, which a container may set to fade them all without a new rendering, and their
 * colours. The browser resolves light-dark() here, because no build step compiles it.
 */
export const cssFill = (name: string, { light, dark }: Tones) =>
  `var(--frame-${name}, light-dark(${light}, ${dark}))`;

/** Converts a frame's CSS fill to hexadecimal for one colour scheme: `#c9a58b`. */
export function hexFill(fill: string, scheme: ColourScheme): string {
  const { light, dark } = parsed(fill);
  return scheme === 'light' ? light : dark;
}

/** The custom property of a CSS fill. */
export const fillProperty = (fill: string): string => parsed(fill).property;

function parsed(fill: string): Tones & { property: string } {
  const [, property, light, dark] = FILL.exec(fill) ?? [];
  if (!property || !light || !dark) throw new Error(`Not the fill of a frame: ${fill}`);
  return { property, light, dark };
}
