import { Alert, Button, Text } from '@mantine/core';
import { type UnknownChoice, unknownChoiceText, withoutUnknownText } from '@/lib/farm/plan/unknown-choice';

type UnknownChoiceNoticeProps = { unknown: UnknownChoice; onRemove(): void };

/** Which of the chosen queues or fleets the farm doesn't have, with a way to show the costs of the others, or of all. */
export const UnknownChoiceNotice = ({ unknown, onRemove }: UnknownChoiceNoticeProps) => (
  <Alert color="red" variant="light" role="alert" icon={<span aria-hidden>▲</span>} p="sm" mb="xs">
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {unknownChoiceText(unknown)}
    </Text>
    <Button size="xs" variant="default" mt="xs" onClick={onRemove}>
      {withoutUnknownText(unknown)}
    </Button>
  </Alert>
);
