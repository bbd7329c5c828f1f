'use client';

import { Overview } from '@/components/overview/overview';
import { useViews } from '@/components/overview/use-views';
import { LinkNotice } from '@/components/shell/link-notice';

export function OverviewView() {
  const { unknown, choose } = useViews();
  const sentences =
    unknown === undefined
      ? []
      : [`The view “${unknown.slice(0, 60)}” of this link isn’t in the configuration. Showing everything.`];
  return (
    <>
      <LinkNotice sentences={sentences} onFix={() => choose(null, 'replace')} />
      <Overview />
    </>
  );
}
