import { formatNumber } from '@/lib/answer/format-number';
import { roundedPercent } from '@/lib/answer/rounded-percent';

/**
 * A share as a whole percentage: `37 %`. A share that is not quite nothing or everything never reads as if it were: `< 1 %`,
 * `99 %`, `> 100 %`. A share of nothing is `–`.
 */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return '–';
  if (share < 0) return share > -0.01 ? '> −1 %' : `−${formatShare(-share)}`;
  const percent = share * 100;
  if (percent > 0 && percent < 1) return '< 1 %';
  const whole = roundedPercent(share, 0);
  if (whole === 100 && percent > 100) return '> 100 %';
  return `${formatNumber(whole)} %`;
}
