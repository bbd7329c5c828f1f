import { Text, Title } from '@mantine/core';
import { RangeLink } from '@/components/range/range-link';

type NotFoundNoticeProps = {
  title: string;
  /** One or two sentences: why it may not be there. */
  why: string;
  /** Path of the way back; the time range is kept. */
  href: string;
  back: string;
};

/** Says that what the address names does not exist, with a way back. */
export function NotFoundNotice({ title, why, href, back }: NotFoundNoticeProps) {
  return (
    <div style={{ maxWidth: 560, margin: '12vh auto', textAlign: 'center' }}>
      <Title order={1} size="h3" mb="xs">
        {title}
      </Title>
      <Text c="dimmed" mb="md">
        {why}
      </Text>
      <RangeLink href={href}>{back}</RangeLink>
    </div>
  );
}
