'use client';

import { Anchor, Text } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { useZone } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import type {
  DifferenceSide,
  FigureRow,
  DifferencePart as Part,
  PresentTime,
} from '@/lib/answer/link-difference';
import type { LinkSummary } from '@/lib/answer/shared-link';
import { linkDifferenceOptions } from '@/lib/queries/links';
import { useQuery } from '@/lib/queries/use-query';
import { formatSpan } from '@/lib/time/format';
import { comparedHref } from './compared-href';
import classes from './difference.module.css';
import { differenceText, figureText } from './figure-text';

const TITLES: Record<Part, string> = {
  profile: 'Profile',
  groups: 'Profiling groups',
  costs: 'Farm cost',
  farms: 'Farms',
  canaries: 'Canaries',
};

const HEIGHT = 160;

/** The figures of a part of a link's page: as kept, as they are now, and their difference. */
export function DifferencePart({ link, part, time }: { link: LinkSummary; part: Part; time: PresentTime }) {
  const { id } = link;
  const { data, error, isFetching, refetch } = useQuery(linkDifferenceOptions(id, part, time));
  const retry = () => void refetch();
  const difference = data?.data;
  const href = difference && comparedHref(link, time, difference.kept.requested);
  return (
    <Panel title={TITLES[part]} asOf={data?.asOf} fetching={isFetching} onRetry={retry}>
      {error && <ProblemNotice error={error} onRetry={retry} />}
      {!difference && !error && (
        <PanelSkeleton height={HEIGHT} label="Reading what is kept, and what is now" />
      )}
      {difference && (
        <>
          <Side title="Then" side={difference.kept} />
          <Side title="Now" side={difference.current} />
          {difference.rows.length === 0 ? (
            <EmptyNotice why="Neither side has figures to compare." height={HEIGHT} />
          ) : (
            <Figures title={TITLES[part]} rows={difference.rows} />
          )}
          {part === 'profile' && href !== undefined && (
            <Anchor href={href} size="sm">
              Flame graph of the differences
            </Anchor>
          )}
          {difference.leftOut > 0 && (
            <Text size="xs" c="dimmed" mt="xs">
              {counted(difference.leftOut, 'more figure')} with smaller differences or values are left out.
            </Text>
          )}
        </>
      )}
    </Panel>
  );
}

/** The time of a side, and what is missing in it. */
function Side({ title, side: { span, notes, problem } }: { title: string; side: DifferenceSide }) {
  const zone = useZone();
  return (
    <Text size="sm" component="div" mb={4}>
      <b>{title}</b> {formatSpan(span, zone)}
      {[...(problem ? [problem.message] : []), ...new Set(notes)].map((note) => (
        <Text key={note} size="xs" c="dimmed">
          <span aria-hidden>◆ </span>
          {note}
        </Text>
      ))}
    </Text>
  );
}

function Figures({ title, rows }: { title: string; rows: readonly FigureRow[] }) {
  return (
    <ScrollRegion label={`${title}, then and now`} className={classes.scroll}>
      <table className={classes.table} aria-label={`${title}, then and now`}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Then</th>
            <th scope="col">Now</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row" title={row.label}>
                {row.label}
              </th>
              <td>{figureText(row.kept, row.unit)}</td>
              <td>{figureText(row.current, row.unit)}</td>
              <td>{differenceText(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
