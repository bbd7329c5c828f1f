import { formatNumber } from '@/lib/answer/format-number';
import type { FigureRow, FigureUnit } from '@/lib/answer/link-difference';
import { formatPercent } from '@/lib/answer/rounded-percent';
import { signed } from '@/lib/answer/signed';
import { formatMoney } from '@/lib/farm/amounts';
import { formatDuration } from '@/lib/time/duration';

const FORMATS: Record<FigureUnit, (value: number) => string> = {
  usd: formatMoney,
  share: (value) => formatPercent(value, 2),
  count: (value) => formatNumber(value),
  ms: formatDuration,
};

const UNKNOWN = 'unknown';

/** A figure of one side with its unit, or that it is unknown. */
export const figureText = (value: number | null, unit: FigureUnit): string =>
  value === null ? UNKNOWN : FORMATS[unit](value);

/** How a figure changed since it was kept: `+$3.20`, `−1.25 pts`, `same`; unknown unless both sides are known. */
export function differenceText({ kept, current, unit }: Omit<FigureRow, 'label'>): string {
  if (kept === null || current === null) return UNKNOWN;
  const change = current - kept;
  if (change === 0) return 'same';
  const size = unit === 'share' ? pointsText(Math.abs(change)) : FORMATS[unit](Math.abs(change));
  return signed(change, size);
}

const pointsText = (change: number) => (change < 0.0001 ? '< 0.01 pts' : `${(100 * change).toFixed(2)} pts`);
