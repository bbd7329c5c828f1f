import { Text, Title } from '@mantine/core';
import { RangeLink } from '@/components/range/range-link';

type NotFoundNoticeProps = {
  title: string;
  /** One or two sentences: possible reasons. */
  why: string;
  /** Path of the link back, which keeps the time range. */
  href: string;
  back: string;
};

/** Tells that the resource of an address does not exist, with a link back. */
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
