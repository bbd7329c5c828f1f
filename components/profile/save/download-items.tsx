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
  request: ProfileRequest;
  /** The request split into weeks, which is how much AWS returns at once. */
  weeks: readonly ProfileRequest[];
  /** Selected thread states; null until they are known. */
  data: StateChoice | null;
  zone: string;
};

/**
 * Menu items that download a profile: in the formats of AWS, one file per week; in other formats, one file. Only formats that add up
 * thread states are limited to the selected ones.
 */
export function DownloadItems({ request, weeks, data, zone }: DownloadItemsProps) {
  return (
    <>
      <Menu.Label>
        Profile as AWS returns it
        {weeks.length > 1 && <WeeksNote weeks={weeks} request={request} />}
      </Menu.Label>
      {RAW_FORMAT_NAMES.flatMap((format) =>
        weeks.map((week) => (
          <DownloadItem key={JSON.stringify([week, format])} request={{ ...week, format }}>
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
            request={{ ...request, format, ...(sumsStates && data && { data }) }}
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

type WeeksNoteProps = Pick<DownloadItemsProps, 'request' | 'weeks'>;

/** Explains why there is more than one file, and which part of the range they lack. */
const WeeksNote = ({ request, weeks }: WeeksNoteProps) => (
  <Text size="xs" component="div" maw={260}>
    AWS returns at most a week per file, so this range takes {weeks.length} files
    {(weeks[0]?.startTime ?? 0) > (request.startTime ?? 0) && ', which cover only its newest 35 days'}. The
    formats below combine them.
  </Text>
);

function daysOf({ startTime, endTime }: ProfileRequest, zone: string): string {
  if (startTime === undefined || endTime === undefined) return '';
  // The last day of a week that ends at midnight is the day before.
  return `${formatDate(startTime, zone)} – ${formatDate(endTime - 1, zone)}`;
}

type DownloadItemProps = { request: ProfileExportRequest; tool?: string | undefined; children: ReactNode };

const DownloadItem = ({ request, tool, children }: DownloadItemProps) => (
  <Menu.Item
    component="a"
    href={profileExportPath(request)}
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
