/** The size of a change with its sign: `+$3.20`, `−1.25 pts`. A size of less than something can't have one: `up < $0.001`. */
export function signed(change: number, size: string): string {
  if (size.startsWith('<')) return `${change < 0 ? 'down' : 'up'} ${size}`;
  return `${change < 0 ? '−' : '+'}${size}`;
}
