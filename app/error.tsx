'use client';

import { Button, Text, Title } from '@mantine/core';
import { RangeLink } from '@/components/range/range-link';

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div role="alert" style={{ maxWidth: 560, margin: '12vh auto', textAlign: 'center' }}>
      <Title order={1} size="h3" mb="xs">
        Something went wrong on this page
      </Title>
      <Text c="dimmed" mb="md">
        The dashboard had an internal error. AWS and your data are not affected. Retry, or go back.
        {error.digest && ` The server log has the details under ${error.digest}.`}
      </Text>
      <Button variant="default" size="xs" mr="md" onClick={reset}>
        Retry
      </Button>
      <RangeLink href="/">Go to the overview</RangeLink>
    </div>
  );
}
