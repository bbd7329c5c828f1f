'use client';

import { LinkDifference } from '@/components/links/difference/link-difference';

export const DifferenceView = ({ id }: { id: string }) => <LinkDifference id={id} />;
