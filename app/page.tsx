import type { Metadata } from 'next';
import { OverviewData } from '@/components/overview/overview-data';
import { PageNow } from '@/components/range/page-now';
import { requestNow } from '@/lib/server/clock';
import { inKeptScope } from './in-kept-scope';
import { overviewState } from './overview-state';
import { pageUser } from './page-user';
import { loadOverviewSearchParams } from './search-params';
import { OverviewView } from './view';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  await pageUser();
  return inKeptScope(searchParams, async () => {
    const pageNow = requestNow();
    const state = await overviewState(await loadOverviewSearchParams(searchParams), pageNow);
    return (
      <PageNow now={pageNow}>
        <OverviewData state={state}>
          <OverviewView />
        </OverviewData>
      </PageNow>
    );
  });
}
