'use client';

import { usePathname } from 'next/navigation';

const DIFFERENCE = /^\/s\/[^/]+\/difference$/;

/** Whether a time range can be chosen on the page: the difference of a shared link is of the link's own. */
export const useHasRange = (): boolean => !DIFFERENCE.test(usePathname());
