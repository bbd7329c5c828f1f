import { Menu, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  CONVERTED_FORMAT_NAMES,
  CONVERTED_FORMATS,
  RAW_FORMAT_NAMES,
  RAW_FORMATS,
} from '@/lib/profile/export/formats';
import type { StateChoice } from '@/lib/profile/tree/states';
import type { ProfileExportRequest, ProfileRequest } from '@/lib/profile/view/profile-requests';
import { profileExportPath } from '@/lib/queries/profile';
import { formatDate } from '@/lib/time/format';

type DownloadItemsProps = {
  ask: ProfileRequest;
  /** The same in parts that AWS answers. */
  weeks: readonly ProfileRequest[];
  /** The thread states shown; null until they are known. */
  data: StateChoice | null;
  zone: string;
};

/** Menu items that download a profile as a file; as AWS answers it, a file a week. Folded stacks add up the thread states shown, the others keep them apart. */
export function DownloadItems({ ask, weeks, data, zone }: DownloadItemsProps) {
  return (
    <>
      <Menu.Label>
        Profile as AWS answers it
        {weeks.length > 1 && <WeeksNote weeks={weeks} ask={ask} />}
      </Menu.Label>
      {RAW_FORMAT_NAMES.flatMap((format) =>
        weeks.map((week) => (
          <DownloadItem key={JSON.stringify([week, format])} ask={{ ...week, format }}>
            {RAW_FORMATS[format].label}
            {weeks.length > 1 && `, ${daysOf(week, zone)}`}
          </DownloadItem>
        )),
      )}
      <Menu.Label>Profile for other tools</Menu.Label>
      {CONVERTED_FORMAT_NAMES.map((format) => {
        const { label, tool, sumsStates } = CONVERTED_FORMATS[format];
        return (
          <DownloadItem
            key={format}
            ask={{ ...ask, format, ...(sumsStates && data && { data }) }}
            tool={tool}
          >
            {label}
          </DownloadItem>
        );
      })}
      <Menu.Divider />
    </>
  );
}

type WeeksNoteProps = Pick<DownloadItemsProps, 'ask' | 'weeks'>;

/** Why there is more than one file, and which time none of them has. */
const WeeksNote = ({ ask, weeks }: WeeksNoteProps) => (
  <Text size="xs" component="div" maw={260}>
    A week at most, so {weeks.length} files make up this range
    {(weeks[0]?.startTime ?? 0) > (ask.startTime ?? 0) && ', of which they have the newest 35 days'}. The
    formats below have it as one.
  </Text>
);

function daysOf({ startTime, endTime }: ProfileRequest, zone: string): string {
  if (startTime === undefined || endTime === undefined) return '';
  // A week that ends at midnight has the day before as its last.
  return `${formatDate(startTime, zone)} – ${formatDate(endTime - 1, zone)}`;
}

type DownloadItemProps = { ask: ProfileExportRequest; tool?: string | undefined; children: ReactNode };

const DownloadItem = ({ ask, tool, children }: DownloadItemProps) => (
  <Menu.Item
    component="a"
    href={profileExportPath(ask)}
    download
    leftSection={<IconDownload size={14} aria-hidden />}
    rightSection={
      tool && (
        <Text size="xs" c="dimmed">
          {tool}
        </Text>
      )
    }
  >
    {children}
  </Menu.Item>
);
