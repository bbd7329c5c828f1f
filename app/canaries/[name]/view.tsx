'use client';

import { notFound, useSearchParams } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { CanaryDetails } from '@/components/canary/canary-details';
import { LinkNotice } from '@/components/shell/link-notice';
import { isNotFound } from '@/lib/answer/problem';
import { canaryOptions } from '@/lib/queries/canary';
import { useQuery } from '@/lib/queries/use-query';
import { canarySearchParams, invalidCanaryParams } from './search-params';

export function CanaryView({ name }: { name: string }) {
  const canary = useQuery(canaryOptions(name));
  const [choice, setChoice] = useQueryStates(canarySearchParams, { history: 'push' });
  const invalid = invalidCanaryParams(useSearchParams());
  if (isNotFound(canary.error)) notFound();
  return (
    <>
      <LinkNotice
        sentences={invalid.map(({ sentence }) => sentence)}
        onFix={() =>
          void setChoice(Object.fromEntries(invalid.map(({ key }) => [key, null])), { history: 'replace' })
        }
      />
      <CanaryDetails
        name={name}
        canary={canary}
        choice={choice}
        onChange={(change, history) => void setChoice(change, { history })}
      />
    </>
  );
}
