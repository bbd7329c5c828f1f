import { Stack, Text } from '@mantine/core';
import type { Warning } from '@/lib/answer/answer';

/** Sentences that say how a panel shows less, or other, than was asked. Nothing when there are none. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <Stack gap={2} mb="xs" role="note">
      {[...new Set(warnings)].map((warning) => (
        <Text key={warning} size="xs" c="dimmed">
          <span aria-hidden>◆ </span>
          {warning}
        </Text>
      ))}
    </Stack>
  );
}
