import { formatNumber } from './format-number';

const KIB = { unit: 'KiB', size: 1024 };
const LARGER = [
  { unit: 'GiB', size: 1024 ** 3 },
  { unit: 'MiB', size: 1024 ** 2 },
];

/** `0.5 KiB`, `64 KiB`, `1.2 MiB`, `10 GiB`. Only an empty file has 0 KiB. */
export function formatBytes(bytes: number): string {
  const { unit, size } = LARGER.find((each) => bytes >= each.size) ?? KIB;
  const shown = bytes > 0 ? Math.max(0.1, bytes / size) : 0;
  return `${formatNumber(shown, 1)} ${unit}`;
}
