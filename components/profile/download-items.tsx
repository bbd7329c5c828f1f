import { Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ProfileAsk } from '@/lib/profile/view';
import { rawProfilePath } from '@/lib/queries/profile';
import { formatDate } from '@/lib/time/format';

const FORMATS = [
  { name: 'JSON', accept: 'application/json' },
  { name: 'Ion', accept: 'application/x-amzn-ion' },
] as const;

/** Menu items that download a profile as AWS answered it, a week at most each. */
export function DownloadItems({ asks, zone }: { asks: readonly ProfileAsk[]; zone: string }) {
  return (
    <>
      <Menu.Label>Profile as AWS answers it</Menu.Label>
      {asks.flatMap((ask) =>
        FORMATS.map(({ name, accept }) => {
          const path = rawProfilePath(ask, accept);
          return (
            <Menu.Item
              key={path}
              component="a"
              href={path}
              download
              leftSection={<IconDownload size={14} aria-hidden />}
            >
              Download {name}
              {asks.length > 1 && ask.startTime !== undefined && `, from ${formatDate(ask.startTime, zone)}`}
            </Menu.Item>
          );
        }),
      )}
      <Menu.Divider />
    </>
  );
}
