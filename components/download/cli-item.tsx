'use client';

import { Button, Menu } from '@mantine/core';
import { IconTerminal2 } from '@tabler/icons-react';
import { copyText } from '@/components/toast/copy-text';
import { showToast } from '@/components/toast/toasts';
import type { AwsPlace, AwsService } from '@/lib/download/aws-place';
import { awsPlaceOptions } from '@/lib/queries/aws-place';
import { useQuery } from '@/lib/queries/use-query';
import { saveFile } from './save-file';

type CliItemProps = {
  /** The commands of a panel's calls. */
  script(place: AwsPlace): string;
  /** Without its extension, for browsers that refuse to copy. */
  fileName: string;
  service?: AwsService;
};

/** A menu item that copies the calls of a panel as commands of the AWS CLI. */
export const CliItem = (props: CliItemProps) => (
  <Menu.Item leftSection={<IconTerminal2 size={14} aria-hidden />} {...useCopy(props)}>
    {LABEL}
  </Menu.Item>
);

/** The same as a button, for calls that failed. */
export const CliButton = (props: CliItemProps) => (
  <Button size="xs" variant="subtle" {...useCopy(props)}>
    {LABEL}
  </Button>
);

const LABEL = 'Copy as AWS CLI';

function useCopy({ script, fileName, service }: CliItemProps): { disabled: boolean; onClick(): void } {
  const { data: place } = useQuery(awsPlaceOptions(undefined, service));
  const copy = async (text: string) => {
    const done = { title: 'Commands copied', message: 'They are for a POSIX shell, such as bash or zsh.' };
    if (await copyText(text, done)) return;
    saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), `${fileName}.sh`);
    await showToast({
      title: 'Commands saved',
      message: 'The browser refused to copy, so they are in a file.',
    });
  };
  return { disabled: !place, onClick: () => place && void copy(script(place.data)) };
}
