'use client';

import { Anchor, type AnchorProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageLink } from './page-link';
import { useRangeHref } from './use-range-href';

type RangeLinkProps = AnchorProps & { href: string; title?: string; children: ReactNode };

/** A link to a page of this app that keeps the range, zone, asof, refresh interval and comparison. `href` is the path alone. */
export function RangeLink({ href, ...props }: RangeLinkProps) {
  const rangeHref = useRangeHref();
  return <Anchor component={PageLink} href={rangeHref(href)} {...props} />;
}
