'use client';

import { Anchor, type AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RangeText } from '@/lib/time/range';
import { PageLink } from './page-link';
import { useRangeHref } from './use-range-href';

type RangeLinkProps = AnchorProps & {
  href: string;
  /** Replaces the page's range. */
  instead?: RangeText;
  title?: string;
  children: ReactNode;
};

/** A link to a page of this app that keeps the range, zone, asof, refresh interval and comparison. `href` is the path alone. */
export function RangeLink({ href, instead, ...props }: RangeLinkProps) {
  const rangeHref = useRangeHref();
  return <Anchor component={PageLink} href={rangeHref(href, instead)} {...props} />;
}
