import { createLoader } from 'nuqs/server';
import { whyParams } from '@/components/why/why-params';
import { invalidParams } from '@/lib/answer/invalid-params';
import { rangeSearchParams } from '@/lib/time/search-params';
import { invalidProfileParams } from '../profiles/[group]/search-params';

const SENTENCES = {
  canary: 'The canary in this link can’t be read.',
  group: 'The profiling group in this link can’t be read. Showing the first that has profiles.',
  farm: 'The farm in this link can’t be read. Showing the first one.',
};

/** The parameters of the page that can't be read, with the sentences for them. */
export const invalidWhyParams = (search: { get(key: string): string | null }) => [
  ...invalidParams(search, whyParams, SENTENCES),
  ...invalidProfileParams(search),
];

export const loadWhySearchParams = createLoader({ ...rangeSearchParams, ...whyParams });
