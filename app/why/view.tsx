'use client';

import { Title } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { profileParams } from '@/components/profile/settings/profile-settings';
import { RangeLink } from '@/components/range/range-link';
import { LinkNotice } from '@/components/shell/link-notice';
import { Why } from '@/components/why/why';
import { whyParams } from '@/components/why/why-params';
import { invalidWhyParams } from './search-params';

export function WhyView() {
  const [{ canary }, change] = useQueryStates({ ...profileParams, ...whyParams });
  const invalid = invalidWhyParams(useSearchParams());
  return (
    <>
      <LinkNotice
        sentences={invalid.map(({ sentence }) => sentence)}
        onFix={() =>
          void change(Object.fromEntries(invalid.map(({ key }) => [key, null])), { history: 'replace' })
        }
      />
      {canary !== null ? <Why key={canary} canary={canary} /> : <NoCanary />}
    </>
  );
}

const NoCanary = () => (
  <>
    <Title order={1} size="h3">
      Code and cost
    </Title>
    <EmptyNotice why="This page is about the failed runs of a canary. Open one, and choose Code and cost beside an incident or in a failed run.">
      <RangeLink href="/canaries" size="sm">
        All canaries
      </RangeLink>
    </EmptyNotice>
  </>
);
