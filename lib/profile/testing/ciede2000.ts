import type { Rgb } from './contrast';

export type Lab = [lightness: number, a: number, b: number];

const DEGREES = 180 / Math.PI;
const cos = (degrees: number) => Math.cos(degrees / DEGREES);
const sin = (degrees: number) => Math.sin(degrees / DEGREES);

/** Linear sRGB to CIELAB under D65: https://www.w3.org/TR/css-color-4/#color-conversion-code */
export function lab([r, g, b]: Rgb): Lab {
  const x = (0.4123907993 * r + 0.3575843394 * g + 0.1804807884 * b) / 0.9504559271;
  const y = 0.2126390059 * r + 0.7151686788 * g + 0.0721923154 * b;
  const z = (0.0193308187 * r + 0.1191947798 * g + 0.9505321522 * b) / 1.0890577508;
  const [fx = 0, fy = 0, fz = 0] = [x, y, z].map((t) =>
    t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29,
  );
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/**
 * ΔE₀₀ of two colours, in the notation of Sharma, Wu and Dalal 2005, "The CIEDE2000 color-difference formula":
 * https://hajim.rochester.edu/ece/sites/gsharma/ciede2000/
 */
export function ciede2000(first: Lab, second: Lab): number {
  const meanChroma = (Math.hypot(first[1], first[2]) + Math.hypot(second[1], second[2])) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7)));
  const [l1, c1, h1] = adjusted(first, g);
  const [l2, c2, h2] = adjusted(second, g);
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const lMean = (l1 + l2) / 2;
  const cMean = (c1 + c2) / 2;
  const hMean = isGrey ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const t =
    1 -
    0.17 * cos(hMean - 30) +
    0.24 * cos(2 * hMean) +
    0.32 * cos(3 * hMean + 6) -
    0.2 * cos(4 * hMean - 63);
  const lightness = (l2 - l1) / (1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2));
  const chroma = (c2 - c1) / (1 + 0.045 * cMean);
  const hue = (2 * Math.sqrt(c1 * c2) * sin(turn / 2)) / (1 + 0.015 * cMean * t);
  const rotation =
    -2 * Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7)) * sin(60 * Math.exp(-(((hMean - 275) / 25) ** 2)));
  return Math.sqrt(lightness ** 2 + chroma ** 2 + hue ** 2 + rotation * chroma * hue);
}

function adjusted([l, a, b]: Lab, g: number): [lightness: number, chroma: number, hue: number] {
  const adjustedA = a * (1 + g);
  return [l, Math.hypot(adjustedA, b), (Math.atan2(b, adjustedA) * DEGREES + 360) % 360];
}
