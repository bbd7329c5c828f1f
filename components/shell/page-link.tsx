'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link to a page of this app, which is asked for ahead once the pointer or the keyboard comes to it: for all links on
 * the screen a page would have the server make five others.
 */
export function PageLink(props: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const { onPointerEnter, onPointerLeave, onFocus, onBlur } = props;
  const [isNear, setNear] = useState(false);
  return (
    <Link
      {...props}
      prefetch={isNear ? null : false}
      onPointerEnter={(event) => {
        setNear(true);
        onPointerEnter?.(event);
      }}
      onPointerLeave={(event) => {
        setNear(false);
        onPointerLeave?.(event);
      }}
      onFocus={(event) => {
        setNear(true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setNear(false);
        onBlur?.(event);
      }}
    />
  );
}
