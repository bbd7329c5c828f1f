'use client';

import { useRouter } from 'next/navigation';
import type { ChangeSettings } from '@/components/profile/settings/profile-settings';
import { type LinkedChange, useSettingsHref } from '@/components/profile/settings/use-settings-href';
import { usePending } from '@/components/range/pending';
import { absoluteRange, type Span } from '@/lib/time/range';
import { whyParams } from './why-params';

const OWN = Object.keys(whyParams);

/** Links to a group's own page in the compared time, and `onChange` that goes there for what this page doesn't show. */
export function useOnProfilePage(group: string, compared: Span, change: ChangeSettings) {
  const router = useRouter();
  const { start } = usePending();
  const settingsHref = useSettingsHref(group, OWN);
  const href = (some: LinkedChange) => settingsHref({ ...absoluteRange(compared), ...some });
  const onChange: ChangeSettings = async (some, history) => {
    if (some.view === undefined && !some.search) return change(some, history);
    start(() => router.push(href({ view: 'compare', ...some })));
  };
  return { href, onChange };
}
