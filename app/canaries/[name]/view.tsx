'use client';

import { useQuery } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { CanaryDetails } from '@/components/canary/canary-details';
import { ProblemError } from '@/lib/answer/problem';
import { canaryOptions } from '@/lib/queries/canary';
import { canarySearchParams } from './search-params';

export function CanaryView({ name }: { name: string }) {
  const canary = useQuery(canaryOptions(name));
  const [choice, setChoice] = useQueryStates(canarySearchParams, { history: 'push' });
  if (canary.error instanceof ProblemError && canary.error.problem.status === 404) notFound();
  return (
    <CanaryDetails
      name={name}
      canary={canary}
      choice={choice}
      onChange={(change, history) => void setChoice(change, { history })}
    />
  );
}
