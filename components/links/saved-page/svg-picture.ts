import { inlineSvg } from '@/components/download/inline-svg';
import { INK } from '@/lib/download/svg-style';
import { xmlText } from '@/lib/download/xml-text';

const MARGIN_PX = 4;
/** Functions take this many arguments in every browser. */
const STEP_BYTES = 8192;

/** A picture of the page as a standalone SVG, with the patterns that are elsewhere in the page. */
export function svgPicture(svg: SVGSVGElement, scheme: 'light' | 'dark'): string {
  const { width, height } = svg.getBoundingClientRect();
  const text = inlineSvg(svg);
  const ids = new Set([...text.matchAll(/url\((?:"|&quot;)?#([^"&)]+)/g)].map(([, id = '']) => id));
  const patterns = [...ids].flatMap((id) => {
    const element = document.getElementById(id);
    return element instanceof SVGElement && !svg.contains(element) ? [inlineSvg(element)] : [];
  });
  const [w, h] = [width + 2 * MARGIN_PX, height + 2 * MARGIN_PX];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="sans-serif">`,
    ...(patterns.length > 0 ? [`<defs>${patterns.join('')}</defs>`] : []),
    `<rect width="${w}" height="${h}" fill="${INK[scheme].background}"/>`,
    `<svg x="${MARGIN_PX}" y="${MARGIN_PX}" width="${width}" height="${height}">${text}</svg>`,
    '</svg>',
  ].join('');
}

/** A picture as an image of HTML, in which no script runs. */
export function pictureHtml(svg: string, label: string): string {
  const bytes = new TextEncoder().encode(svg);
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP_BYTES)
    binary += String.fromCharCode(...bytes.subarray(at, at + STEP_BYTES));
  return `<img src="data:image/svg+xml;base64,${btoa(binary)}" alt="${xmlText(label)}">`;
}
