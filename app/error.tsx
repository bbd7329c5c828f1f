'use client';

import { Button, Text, Title } from '@mantine/core';
import { RangeLink } from '@/components/range/range-link';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div role="alert" style={{ maxWidth: 560, margin: '12vh auto', textAlign: 'center' }}>
      <Title order={1} size="h3" mb="xs">
        This page could not be shown
      </Title>
      <Text c="dimmed" mb="md">
        Something in the dashboard failed; AWS and your data are not touched. Try again, or go back.
        {error.digest && ` For the log: ${error.digest}.`}
      </Text>
      <Button variant="default" size="xs" mr="md" onClick={reset}>
        Try again
      </Button>
      <RangeLink href="/">To the overview</RangeLink>
    </div>
  );
}
