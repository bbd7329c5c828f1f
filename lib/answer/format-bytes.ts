import { formatNumber } from './format-number';

const KIB = 1024;

/** `0.5 KiB`, `64 KiB`, `1.2 MiB`. Only an empty file has 0 KiB. */
export function formatBytes(bytes: number): string {
  const [size, unit] = bytes < KIB * KIB ? [bytes / KIB, 'KiB'] : [bytes / KIB / KIB, 'MiB'];
  const shown = bytes > 0 ? Math.max(0.1, size) : 0;
  return `${formatNumber(shown, 1)} ${unit}`;
}
