'use client';

import { Kbd, Modal, Table } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { PAGES } from './pages';

const KEYS = [
  { keys: ['t'], does: 'Choose the time range' },
  { keys: ['['], does: 'Earlier range' },
  { keys: [']'], does: 'Later range' },
  { keys: ['r'], does: 'Refresh' },
  ...PAGES.map(({ key, label }) => ({ keys: ['g', key], does: `Go to ${label}` })),
  { keys: ['?'], does: 'These keys' },
];

/** Keys of what has the focus. */
const FOCUS_KEYS = [
  { keys: ['←', '→', '↑', '↓'], does: 'Flame graph: to the next frame' },
  { keys: ['Enter'], does: 'Flame graph: zoom into the frame' },
  { keys: ['Esc'], does: 'Flame graph: the whole profile' },
  { keys: ['M'], does: 'Flame graph: the frame’s menu' },
  { keys: ['I'], does: 'Flame graph: inspect the function' },
  { keys: ['H'], does: 'Flame graph: hide the function' },
  { keys: ['O'], does: 'Flame graph: collapse the function, what it calls counts as its own' },
  { keys: ['F'], does: 'Flame graph: find the function everywhere' },
  { keys: ['C', 'S'], does: 'Flame graph: copy the name, the stack' },
  { keys: ['N', 'Shift N'], does: 'Flame graph: next and previous match' },
  { keys: ['Enter', 'Shift Enter'], does: 'Search: next and previous match' },
  { keys: ['←', '→'], does: 'Strip of profiles: the one before, the one after' },
  { keys: ['Shift →', 'Enter'], does: 'Strip of profiles: several, take them' },
  { keys: ['←', '→'], does: 'Run timeline: earlier and later run' },
  { keys: ['Home', 'End'], does: 'Run timeline: first and last run' },
];

/** The keys, for whoever asks. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  // Opened once mounted, the dialog knows where to give back the focus.
  const mounted = useMounted();
  return (
    <Modal
      opened={opened && mounted}
      onClose={onClose}
      title="Keys"
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Table>
        <Table.Tbody>
          {[...KEYS, ...FOCUS_KEYS].map(({ keys, does }) => (
            <Table.Tr key={does}>
              <Table.Td w={132}>
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
    </Modal>
  );
}
