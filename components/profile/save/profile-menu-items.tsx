'use client';

import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import type { DrawnRef } from '../graph/drawn-graphs';
import { formatSamples } from '../graph/format-samples';
import { weeklyRequests } from '../request/profile-request';
import type { LoadedProfile } from '../request/use-profile';
import type { ProfilePicture } from '../request/use-profile-picture';
import type { ProfileSettings } from '../settings/profile-settings';
import { DownloadItems } from './download-items';
import { PictureItems } from './picture-items';
import { choiceLines } from './picture-lines';

type ProfileMenuItemsProps = {
  /** What the panel calls itself. */
  title: string;
  ask: ProfileRequest & { group: string };
  settings: ProfileSettings;
  profile: LoadedProfile | undefined;
  shown: ProfilePicture | undefined;
  /** What a search found, in words. */
  found: string | undefined;
  /** The time asked for, and that which is shown. */
  asked: Span;
  span: Span;
  now: number;
  zone: string;
  /** Thread states that are added up, as they are listed. */
  states: readonly string[];
  drawnRef: DrawnRef;
  /** The profile is of an earlier question. */
  old: boolean;
};

/** What can be taken along from a panel: its picture, and the profile as a file. */
export function ProfileMenuItems(props: ProfileMenuItemsProps) {
  const { title, ask, settings, profile, shown, found, asked, span, now, zone, states, drawnRef, old } =
    props;
  const isCompared = settings.view === 'compare';
  const lines = [
    ...(isCompared && states.length > 0 ? [states.join(', ')] : []),
    ...(shown && !isCompared
      ? [`${formatSpan(span, zone)} · ${states.join(', ')} · ${formatSamples(shown.whole)}`]
      : []),
    ...choiceLines(settings, isCompared ? undefined : profile, isCompared ? undefined : found),
  ];
  return (
    <>
      {settings.view !== 'functions' && (
        <PictureItems
          drawnRef={drawnRef}
          isAwaited={!isCompared && old}
          words={{ title: `${ask.group} · ${title}`, lines }}
          named={{
            group: ask.group,
            ...(!settings.latest && { startTime: span.from, endTime: span.to }),
            ...(settings.maxDepth !== null && { maxDepth: settings.maxDepth }),
            ...(settings.data !== null && { data: settings.data }),
            ...(settings.view !== 'overview' && { view: settings.view }),
          }}
        />
      )}
      <DownloadItems
        ask={ask}
        weeks={weeklyRequests(ask, asked, now)}
        data={settings.data ?? (states.length > 0 ? states : null)}
        zone={zone}
      />
    </>
  );
}
