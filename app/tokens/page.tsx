import { Stack, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { PageNow } from '@/components/range/page-now';
import { TokenList } from '@/components/tokens/token-list';
import { requestNow } from '@/lib/server/clock';
import { pageUser } from '../page-user';

export const metadata: Metadata = { title: 'Tokens' };

export default async function TokensPage() {
  await pageUser();
  return (
    <PageNow now={requestNow()}>
      <Stack gap="md">
        <Title order={1} size="h3">
          Tokens
        </Title>
        <TokenList />
      </Stack>
    </PageNow>
  );
}
