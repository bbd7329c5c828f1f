import { Menu } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { saveFile } from './save-file';

type JsonItemProps = {
  /** The content of the file. */
  value(): unknown;
  /** With its extension. */
  fileName: string;
};

/** A menu item that saves a JSON file. */
export const JsonItem = ({ value, fileName }: JsonItemProps) => (
  <Menu.Item
    leftSection={<IconBraces size={14} aria-hidden />}
    onClick={() =>
      saveFile(
        new Blob([`${JSON.stringify(value(), undefined, 2)}\n`], { type: 'application/json' }),
        fileName,
      )
    }
  >
    JSON
  </Menu.Item>
);
