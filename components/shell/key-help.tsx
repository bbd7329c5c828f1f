'use client';

import { Kbd, Modal, SimpleGrid, Table, Title } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useState } from 'react';
import { keyedPartsOnPage } from '@/components/panel/keyed-part';
import { commonKeys, type KeyGroup, PART_KEYS } from './key-groups';
import { pageSearch } from './page-search';
import { useHasRange } from './use-has-range';

/** The keyboard shortcuts that work on this page. */
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
      <KeyGroups />
    </Modal>
  );
}

/** Rendered anew each time the dialog opens: the parts of a page change. */
function KeyGroups() {
  const [parts] = useState(keyedPartsOnPage);
  const hasRange = useHasRange();
  const [search] = useState(() => pageSearch()?.getAttribute('aria-label') ?? undefined);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="md" style={{ alignItems: 'start' }}>
      <div>
        {commonKeys(search, hasRange).map((group) => (
          <Keys key={group.title} group={group} />
        ))}
      </div>
      <div>
        {parts.map((part) => (
          <Keys key={part} group={PART_KEYS[part]} />
        ))}
      </div>
    </SimpleGrid>
  );
}

const Keys = ({ group: { title, lines } }: { group: KeyGroup }) => (
  <section aria-label={title}>
    <Title order={3} size="sm" mb={4}>
      {title}
    </Title>
    <Table verticalSpacing={4} fz="sm" mb="md" aria-label={title}>
      <Table.Tbody>
        {lines.map(({ keys, does }) => (
          <Table.Tr key={does}>
            <Table.Td w={164} style={{ whiteSpace: 'nowrap' }}>
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
  </section>
);
