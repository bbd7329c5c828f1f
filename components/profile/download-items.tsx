import { Menu, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { ExportFormat } from '@/lib/profile/export/formats';
import type { DataChoice } from '@/lib/profile/states';
import type { ProfileAsk } from '@/lib/profile/view';
import { profileExportPath } from '@/lib/queries/profile';
import { formatDate } from '@/lib/time/format';

const FORMATS: readonly { format: ExportFormat; name: string; note: string }[] = [
  { format: 'json', name: 'JSON', note: 'as AWS answers it' },
  { format: 'ion', name: 'Ion', note: 'as AWS answers it' },
  { format: 'pprof', name: 'pprof', note: 'go tool pprof' },
  { format: 'folded', name: 'Folded stacks', note: 'flamegraph.pl' },
  { format: 'speedscope', name: 'speedscope', note: 'speedscope.app' },
];

type DownloadItemsProps = { asks: readonly ProfileAsk[]; data: DataChoice; zone: string };

/** Menu items that download a profile as a file, a week at most each; folded stacks add up the thread states shown. */
export function DownloadItems({ asks, data, zone }: DownloadItemsProps) {
  return (
    <>
      {asks.map((ask) => (
        <Fragment key={JSON.stringify(ask)}>
          <Menu.Label>
            Download the profile
            {asks.length > 1 && ask.startTime !== undefined && ` from ${formatDate(ask.startTime, zone)}`}
          </Menu.Label>
          {FORMATS.map(({ format, name, note }) => (
            <Menu.Item
              key={format}
              component="a"
              href={profileExportPath({ ...ask, format, ...(format === 'folded' && { data }) })}
              download
              leftSection={<IconDownload size={14} aria-hidden />}
              rightSection={
                <Text size="xs" c="dimmed">
                  {note}
                </Text>
              }
            >
              {name}
            </Menu.Item>
          ))}
        </Fragment>
      ))}
      <Menu.Divider />
    </>
  );
}
