import { Stack, Text } from '@mantine/core';
import type { Warning } from '@/lib/answer/answer';

/** Sentences on how a panel differs from the request. Renders nothing without warnings. */
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
