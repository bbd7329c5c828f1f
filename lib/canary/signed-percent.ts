/** A relative change in whole percent: `+12 %`, `−3 %`, `±0 %`. */
export function signedPercent(change: number): string {
  const percent = Math.round(100 * change);
  if (percent === 0) return '±0 %';
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`;
}
