import { Menu } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { showToast } from '@/components/toast/toasts';
import { usePanelPart } from './panel-parts';

type CsvItemProps = {
  /** What the file has. */
  label: string;
  /** The records of the file, its headings first. */
  records(): Promise<Iterable<string>>;
  /** With its extension. */
  fileName: string;
};

/** A menu item that saves a CSV file. */
export function CsvItem({ label, records, fileName }: CsvItemProps) {
  usePanelPart({ kind: 'records', label, records });
  const save = async () => {
    try {
      const [lines, { saveCsv }] = await Promise.all([records(), import('./save-csv')]);
      await saveCsv(lines, fileName);
    } catch {
      await showToast({
        title: 'The file could not be made',
        message: 'Check the connection, and try again.',
      });
    }
  };
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      <Menu.Item leftSection={<IconTable size={14} aria-hidden />} onClick={() => void save()}>
        CSV
      </Menu.Item>
    </>
  );
}
