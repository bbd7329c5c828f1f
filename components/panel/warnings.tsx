import { Text } from '@mantine/core';
import type { Warning } from '@/lib/answer/answer';

/** Sentences that say how a panel shows less, or other, than was asked. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  return warnings.map((warning) => (
    <Text key={warning} size="xs" c="dimmed" role="note">
      {warning}
    </Text>
  ));
}
