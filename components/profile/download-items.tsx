import { Menu, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Data } from '@/lib/profile/states';
import type { ProfileAsk } from '@/lib/profile/view';
import { type ProfileExportAsk, profileExportPath } from '@/lib/queries/profile';
import { formatDate } from '@/lib/time/format';

const AS_ANSWERED = [
  { format: 'json', name: 'JSON' },
  { format: 'ion', name: 'Ion' },
] as const;

const WRITTEN = [
  { format: 'pprof', name: 'pprof', reader: 'go tool pprof' },
  { format: 'folded', name: 'Folded stacks', reader: 'flamegraph.pl' },
  { format: 'speedscope', name: 'speedscope', reader: 'speedscope.app' },
] as const;

type DownloadItemsProps = {
  ask: ProfileAsk;
  /** The same in parts that AWS answers. */
  weeks: readonly ProfileAsk[];
  /** The thread states shown; null until they are known. */
  data: Data | null;
  zone: string;
};

/** Menu items that download a profile as a file. Folded stacks add up the thread states shown, the others keep them apart. */
export function DownloadItems({ ask, weeks, data, zone }: DownloadItemsProps) {
  return (
    <>
      <Menu.Label>Profile as AWS answers it</Menu.Label>
      {weeks.flatMap((week) =>
        AS_ANSWERED.map(({ format, name }) => (
          <DownloadItem key={JSON.stringify([week, format])} ask={{ ...week, format }}>
            {name}
            {weeks.length > 1 && week.startTime !== undefined && `, from ${formatDate(week.startTime, zone)}`}
          </DownloadItem>
        )),
      )}
      <Menu.Label>Profile for other tools</Menu.Label>
      {WRITTEN.map(({ format, name, reader }) => (
        <DownloadItem
          key={format}
          ask={{ ...ask, format, ...(format === 'folded' && data && { data }) }}
          reader={reader}
        >
          {name}
        </DownloadItem>
      ))}
      <Menu.Divider />
    </>
  );
}

type DownloadItemProps = { ask: ProfileExportAsk; reader?: string; children: ReactNode };

const DownloadItem = ({ ask, reader, children }: DownloadItemProps) => (
  <Menu.Item
    component="a"
    href={profileExportPath(ask)}
    download
    leftSection={<IconDownload size={14} aria-hidden />}
    rightSection={
      reader && (
        <Text size="xs" c="dimmed">
          {reader}
        </Text>
      )
    }
  >
    {children}
  </Menu.Item>
);
