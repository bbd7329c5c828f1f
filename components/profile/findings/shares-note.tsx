import { Text } from '@mantine/core';

/** States the base of the shares of AWS, since those of the graph are of the shown thread states. */
export function SharesNote({ states }: { states: readonly string[] }) {
  const shown = states.join(', ').slice(0, 120);
  return (
    <Text size="xs" c="dimmed" mb="xs">
      AWS’s shares are of all samples that it analysed, in any thread state.
      {shown !== '' && ` Those of the graph and the table are of ${shown} only.`}
    </Text>
  );
}
