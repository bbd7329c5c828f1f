import { Alert, Button, Group, Text } from '@mantine/core';

type LinkNoticeProps = {
  /** What of the link could not be read, and what is shown instead. None: there is no notice. */
  sentences: readonly string[];
  /** Takes what could not be read out of the URL. */
  onFix(): void;
};

/** Says that a link's parameters could not be read rather than ignoring them. */
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
          Mend the link
        </Button>
      </Group>
    </Alert>
  );
}
