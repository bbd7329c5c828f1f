import { Fragment } from 'react';
import { breakName } from '@/lib/farm/naming/break-name';

/** A name whose lines break between its words: after the signs that separate them. */
export const BreakableName = ({ name }: { name: string }) =>
  breakName(name).map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
