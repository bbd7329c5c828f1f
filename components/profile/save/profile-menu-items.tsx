'use client';

import { CsvItem } from '@/components/download/csv-item';
import { exportFileName } from '@/lib/profile/export/file-name';
import type { ProfileRequest } from '@/lib/profile/view/profile-requests';
import type { ProfileFunctions } from '@/lib/profile/view/view';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatSamples } from '../frame-text/format-samples';
import { shownFunctions } from '../functions/shown-functions';
import type { DrawnRef } from '../graph/drawn-graphs';
import { weeklyRequests } from '../request/profile-request';
import type { LoadedProfile } from '../request/use-profile';
import type { ProfilePicture } from '../request/use-profile-picture';
import type { ProfileSettings } from '../settings/profile-settings';
import { DownloadItems } from './download-items';
import { GraphPictureItems } from './graph-picture-items';
import { choiceLines } from './picture-lines';

type ProfileMenuItemsProps = {
  /** Title of the panel. */
  title: string;
  request: ProfileRequest;
  settings: ProfileSettings;
  profile?: LoadedProfile | undefined;
  picture?: ProfilePicture | undefined;
  /** Text on the result of a search. */
  found?: string | undefined;
  /** Text on samples deeper than the maximum depth. */
  deeper?: string | undefined;
  requested: Span;
  /** Span of the profile on the screen. */
  span: Span;
  now: number;
  zone: string;
  /** Selected thread states, in display order. */
  states: readonly string[];
  drawnRef: DrawnRef;
  /** Those of the table; undefined while there are none. */
  functions?: ProfileFunctions | undefined;
  /** The profile on the screen is still that of an earlier request. */
  isPlaceholder?: boolean;
};

/** Downloads of a panel: the graph as a picture and the profile as a file. */
export function ProfileMenuItems(props: ProfileMenuItemsProps) {
  const { title, request, settings, profile, picture, found, deeper, requested, span } = props;
  const { now, zone, states, drawnRef, functions, isPlaceholder = false } = props;
  const isCompared = settings.view === 'compare';
  const lines = [
    ...(isCompared && states.length > 0 ? [states.join(', ')] : []),
    ...(picture && !isCompared
      ? [`${formatSpan(span, zone)} · ${states.join(', ')} · ${formatSamples(picture.whole)}`]
      : []),
    ...choiceLines(settings, { changed: isCompared ? undefined : profile, found, deeper }),
  ];
  const nameParts = {
    group: request.group,
    ...(!settings.latest && { startTime: span.from, endTime: span.to }),
    ...(settings.maxDepth !== null && { maxDepth: settings.maxDepth }),
    ...(settings.data !== null && { data: settings.data }),
  };
  return (
    <>
      {settings.view !== 'functions' && (
        <GraphPictureItems
          drawnRef={drawnRef}
          isPlaceholder={!isCompared && isPlaceholder}
          text={{ title: `${request.group} · ${title}`, lines }}
          nameParts={{ ...nameParts, ...(settings.view !== 'overview' && { view: settings.view }) }}
        />
      )}
      {functions && picture && (
        <CsvItem
          label="Top functions"
          records={async () => {
            const { functionsCsv } = await import('@/lib/profile/view/functions-csv');
            const shown = shownFunctions(functions.functions, settings.search, settings.order);
            return functionsCsv(shown, { samples: picture.whole, cost: picture.cost });
          }}
          fileName={exportFileName({ ...nameParts, view: 'functions', extension: 'csv' })}
        />
      )}
      <DownloadItems
        request={request}
        weeks={weeklyRequests(request, requested, now)}
        data={settings.data ?? (states.length > 0 ? states : null)}
        zone={zone}
      />
    </>
  );
}
