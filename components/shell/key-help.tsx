'use client';

import { Kbd, Modal, SimpleGrid, Table } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { PAGES } from './pages';

const KEYS = [
  { keys: ['t'], does: 'Choose the time range' },
  { keys: ['['], does: 'Earlier range' },
  { keys: [']'], does: 'Later range' },
  { keys: ['r'], does: 'Refresh' },
  { keys: ['/'], does: 'Search frames, or groups in their list' },
  ...PAGES.map(({ key, label }) => ({ keys: ['g', key], does: `Go to ${label}` })),
  { keys: ['?'], does: 'Show these shortcuts' },
];

/** Keys of the focused element. */
const FOCUS_KEYS = [
  { keys: ['←', '→', '↑', '↓'], does: 'Flame graph: next frame' },
  { keys: ['Enter'], does: 'Flame graph: zoom to the frame, or list a block' },
  { keys: ['Esc'], does: 'Flame graph: show the whole profile' },
  { keys: ['M'], does: 'Flame graph: open the frame’s menu' },
  { keys: ['I'], does: 'Flame graph: inspect the function' },
  { keys: ['H'], does: 'Flame graph: hide the function' },
  { keys: ['O'], does: 'Flame graph: collapse the function, so that its callees count as self' },
  { keys: ['F'], does: 'Flame graph: find the function everywhere' },
  { keys: ['C', 'S'], does: 'Flame graph: copy the name, the stack' },
  { keys: ['N', 'Shift N'], does: 'Flame graph: next and previous match' },
  { keys: ['Enter', 'Shift Enter'], does: 'Search: next and previous match' },
  { keys: ['←', '→'], does: 'Profile strip: previous and next profile' },
  { keys: ['Shift →', 'Enter'], does: 'Profile strip: select several, apply' },
  { keys: ['←', '→', '↑', '↓'], does: 'Cost chart: next bar, next group of a bar' },
  { keys: ['Enter'], does: 'Cost chart: zoom to the bar, or show only the group' },
  { keys: ['Shift →', 'Enter'], does: 'Cost chart: select several bars, zoom' },
  { keys: ['←', '→'], does: 'Run timeline: previous and next run' },
  { keys: ['Home', 'End'], does: 'Run timeline: first and last run' },
];

/** The list of keyboard shortcuts. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  // The dialog returns the focus only if it opens after mounting.
  const mounted = useMounted();
  return (
    <Modal
      opened={opened && mounted}
      onClose={onClose}
      title="Keyboard shortcuts"
      size={960}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing={0} style={{ alignItems: 'start' }}>
        <KeyTable label="Everywhere" rows={KEYS} />
        <KeyTable label="Where the focus is" rows={FOCUS_KEYS} />
      </SimpleGrid>
    </Modal>
  );
}

type KeyTableProps = { label: string; rows: readonly { keys: readonly string[]; does: string }[] };

const KeyTable = ({ label, rows }: KeyTableProps) => (
  <Table verticalSpacing={4} fz="sm" aria-label={label}>
    <Table.Tbody>
      {rows.map(({ keys, does }) => (
        <Table.Tr key={does}>
          <Table.Td w={152} style={{ whiteSpace: 'nowrap' }}>
            {keys.map((key) => (
              <Kbd key={key} mr={4}>
                {key}
              </Kbd>
            ))}
          </Table.Td>
          <Table.Td>{does}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
