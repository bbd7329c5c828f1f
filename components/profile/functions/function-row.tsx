import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { packageFill } from '@/lib/profile/graph/frame-colour';
import type { PackageSlots } from '@/lib/profile/graph/package-slots';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { TopFunction } from '@/lib/profile/transform/top-functions';
import { frameText } from '@/lib/profile/tree/frame-text';
import { TrendButton } from '../findings/trend-button';
import { formatCount, formatShare } from '../frame-text/format-samples';
import { FunctionName } from '../frame-text/function-name';
import classes from './top-functions-table.module.css';

type FunctionRowProps = {
  row: TopFunction;
  /** Number of the row for assistive technology. */
  place: number;
  /** Samples that are 100 %. */
  whole: number;
  slots: PackageSlots;
  /** The cost of a function's samples; undefined without costs. */
  costOf: ((samples: number) => string) | undefined;
  onSearch(name: string): void;
  onInspect(name: string): void;
  /** A function's share over time. */
  trendOf(name: string): ReactNode;
};

/** Height of every row, pixels. */
export const ROW_PX = 28;

/** One function of the table: its name, package, self and total. */
export function FunctionRow(props: FunctionRowProps) {
  const { row, place, whole, slots, costOf, onSearch, onInspect, trendOf } = props;
  const frame = parseFrame(row.name);
  const label = frame.label.slice(0, 120);
  return (
    <tr aria-rowindex={place} style={{ height: ROW_PX }}>
      <td className={classes.function}>
        <div>
          <span
            className={classes.swatch}
            style={{ background: packageFill(frame.package, slots) }}
            aria-hidden
          />
          <button
            type="button"
            className={classes.name}
            aria-label={label}
            title={`Inspect ${frameText(row.name).slice(0, 300)}`}
            onClick={() => onInspect(row.name)}
          >
            <FunctionName label={label} />
          </button>
          <ActionIcon
            className={classes.find}
            variant="subtle"
            color="gray"
            size={20}
            aria-label={`Find ${label} in the graph`}
            title="Find in the graph"
            onClick={() => onSearch(row.name)}
          >
            <IconSearch size={12} aria-hidden />
          </ActionIcon>
          <TrendButton className={classes.trend} label={label} trend={() => trendOf(row.name)} />
        </div>
      </td>
      <td className={classes.package}>{frame.package.slice(0, 60)}</td>
      {(['self', 'total'] as const).map((kind) => {
        const share = whole > 0 ? row[kind] / whole : 0;
        return (
          <td
            key={kind}
            className={classes.figure}
            style={{ '--share': `${Math.min(100, share * 100)}%` } as React.CSSProperties}
          >
            <b>{formatShare(share)}</b>
            <span>{formatCount(row[kind])}</span>
          </td>
        );
      })}
      {costOf &&
        (['self', 'total'] as const).map((kind) => (
          <td key={kind} className={classes.cost}>
            {costOf(row[kind])}
          </td>
        ))}
    </tr>
  );
}
