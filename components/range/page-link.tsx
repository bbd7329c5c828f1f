'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

type Own = 'prefetch' | 'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur';

/**
 * A link to a page of this app that is prefetched on hover or focus. Prefetching all visible links would make the server
 * render five other pages for each page.
 */
export function PageLink(props: Omit<ComponentProps<typeof Link>, Own>) {
  const [isNear, setNear] = useState(false);
  const enter = () => setNear(true);
  const leave = () => setNear(false);
  return (
    <Link
      {...props}
      prefetch={isNear ? null : false}
      onPointerEnter={enter}
      onPointerLeave={leave}
      onFocus={enter}
      onBlur={leave}
    />
  );
}
