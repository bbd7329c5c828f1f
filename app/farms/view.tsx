'use client';

import { Stack, Title } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { FARMS_SENTENCES, farmsParams } from '@/components/farm/all/farms-params';
import { FarmList } from '@/components/farm/farm-list';
import { LinkNotice } from '@/components/shell/link-notice';
import { invalidParams } from '@/lib/answer/invalid-params';

export function FarmsView() {
  const search = useSearchParams();
  const [, setParams] = useQueryStates(farmsParams);
  const invalid = invalidParams(search, farmsParams, FARMS_SENTENCES);
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Costs
      </Title>
      <LinkNotice
        sentences={invalid.map(({ sentence }) => sentence)}
        onFix={() =>
          void setParams(Object.fromEntries(invalid.map(({ key }) => [key, null])), { history: 'replace' })
        }
      />
      <FarmList />
    </Stack>
  );
}
