/**
 * `1,234`, or with decimals if needed: `1,234.5`. Rounds as `toFixed` does. Not by Intl, whose first use takes a browser 15 ms while
 * a page opens.
 */
export function formatNumber(value: number, maxDecimals = 0): string {
  const [whole = '', decimals = ''] = Math.abs(value).toFixed(maxDecimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const needed = decimals.replace(/0+$/, '');
  const text = needed === '' ? grouped : `${grouped}.${needed}`;
  return value < 0 && text !== '0' ? `-${text}` : text;
}
