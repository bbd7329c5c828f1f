import { Anchor } from '@mantine/core';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

type PlaceLinkProps = {
  /** Undefined where there is nowhere to go. */
  href: Route | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A text that links to another place in the costs of a farm, if there is one. */
export const PlaceLink = ({ href, className, children }: PlaceLinkProps) =>
  href ? (
    <Anchor component={Link} href={href} prefetch={false} inherit className={className}>
      {children}
    </Anchor>
  ) : (
    <span className={className}>{children}</span>
  );
