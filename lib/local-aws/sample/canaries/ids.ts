import { createHash } from 'node:crypto';

/** A UUID that is a function of its keys alone. Wider than Random's 32 bits, so that no two runs share one. */
export function sampleId(...keys: (string | number)[]): string {
  const hex = createHash('sha1').update(keys.join('\u0000')).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
