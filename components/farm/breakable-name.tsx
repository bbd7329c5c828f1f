import type { ReactNode } from 'react';
import { breakName } from '@/lib/farm/naming/break-name';

/** A name whose lines break between its words: after the signs that separate them. */
export function BreakableName({ name }: { name: string }) {
  const [first, ...others] = breakName(name);
  return others.reduce<ReactNode>(
    (start, piece) => (
      <>
        {start}
        <wbr />
        {piece}
      </>
    ),
    first,
  );
}
