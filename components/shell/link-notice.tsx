import { Alert, Button, Group, Text } from '@mantine/core';

type LinkNoticeProps = {
  /** What could not be read, and what is shown instead. Without sentences there is no notice. */
  sentences: readonly string[];
  /** Removes the unreadable parameters from the URL. */
  onFix(): void;
};

/** Lists the parameters of a link that could not be read. */
export function LinkNotice({ sentences, onFix }: LinkNoticeProps) {
  if (sentences.length === 0) return null;
  return (
    <Alert color="yellow" role="alert" p="sm" mb="md" icon={<span aria-hidden>◆</span>}>
      <Group justify="space-between" gap="sm">
        <div>
          {sentences.map((sentence) => (
            <Text key={sentence} size="sm">
              {sentence}
            </Text>
          ))}
        </div>
        <Button size="xs" variant="default" onClick={onFix}>
          Fix the link
        </Button>
      </Group>
    </Alert>
  );
}
