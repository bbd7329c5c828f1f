'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

type Own = 'prefetch' | 'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur';

/**
 * A link to a page of this app, which is asked for ahead once the pointer or the keyboard comes to it: for all links on
 * the screen a page would have the server make five others.
 */
export function PageLink(props: Omit<ComponentProps<typeof Link>, Own>) {
  const [isNear, setNear] = useState(false);
  const come = () => setNear(true);
  const leave = () => setNear(false);
  return (
    <Link
      {...props}
      prefetch={isNear ? null : false}
      onPointerEnter={come}
      onPointerLeave={leave}
      onFocus={come}
      onBlur={leave}
    />
  );
}
