import { formatNumber } from './format-number';

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** `0.5 KiB`, `64 KiB`, `1.2 MiB`, `10 GiB`. Only an empty file has 0 KiB. */
export function formatBytes(bytes: number): string {
  const [unit, size] = bytes < MIB ? ['KiB', KIB] : bytes < GIB ? ['MiB', MIB] : ['GiB', GIB];
  const shown = bytes > 0 ? Math.max(0.1, bytes / Number(size)) : 0;
  return `${formatNumber(shown, 1)} ${unit}`;
}
