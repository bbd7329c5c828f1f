'use client';

import { Group, SegmentedControl, Switch, Text, Title, VisuallyHidden } from '@mantine/core';
import { ScrollRegion } from '@/components/panel/scroll-region';
import { counted } from '@/lib/answer/counted';
import { changeFill, changeStep } from '@/lib/profile/graph/change-colour';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { MovedFunction } from '@/lib/profile/transform/difference';
import { frameText } from '@/lib/profile/tree/frame-text';
import type { ComparedView } from '@/lib/profile/view/view';
import { comparedCost, type SideCosts } from '../cost/compared-cost';
import { costChangeCell } from '../cost/cost-text';
import { FunctionName } from '../frame-text/function-name';
import { HintedChoices } from '../settings/hinted-choices';
import { KIND_HINTS } from '../settings/hints';
import type { CompareSettings } from '../settings/profile-settings';
import { inUnit } from './change-sides';
import { formatChange, formatRelative, formatSide, sideBase } from './format-change';
import classes from './most-changed.module.css';

type MostChangedProps = {
  view: ComparedView;
  /** What each side cost, if that is known. */
  costs: SideCosts | undefined;
  settings: Pick<CompareSettings, 'movedBy' | 'chance'>;
  onChange(change: Partial<CompareSettings>): void;
  onInspect(name: string): void;
};

/** The functions whose self or total grew or shrank most, each with a link to inspect it. */
export function MostChanged({ view, costs, settings, onChange, onInspect }: MostChangedProps) {
  const { movedBy, chance } = settings;
  const { grown, shrunk, omittedCount } = view.moved[movedBy];
  const clearly = omittedCount > 0 ? 'clearly ' : '';
  const table = { unit: view.unit, sides: view.samples, costs, by: movedBy, onInspect };
  return (
    <section aria-label="Functions that changed most" className={classes.section}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={3} size="h6">
          Functions that changed most
        </Title>
        <Group gap="md">
          <Switch
            size="xs"
            label="Include changes that may be chance"
            checked={chance === 'listed'}
            onChange={(event) => onChange({ chance: event.currentTarget.checked ? 'listed' : null })}
          />
          <HintedChoices hints={KIND_HINTS}>
            <SegmentedControl
              size="xs"
              aria-label="Changed by"
              value={movedBy}
              onChange={(by) => onChange({ movedBy: by })}
              data={[
                { value: 'self', label: 'Self' },
                { value: 'total', label: 'Total' },
              ]}
            />
          </HintedChoices>
        </Group>
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        A profile is a sample: a count of n has an error of about √n. {chanceText(view, settings)}
      </Text>
      <div className={classes.tables}>
        <ChangedTable
          title="Grown"
          functions={grown}
          emptyText={`No function has ${clearly}grown.`}
          {...table}
        />
        <ChangedTable
          title="Shrunk"
          functions={shrunk}
          emptyText={`No function has ${clearly}shrunk.`}
          {...table}
        />
      </div>
    </section>
  );
}

/** How the tables and the graph treat changes that may be chance: they test different quantities. */
function chanceText({ moved }: ComparedView, { movedBy, chance }: MostChangedProps['settings']): string {
  if (chance === 'listed') {
    return 'Changes within twice that error are listed here and coloured in the graph, although they may be chance.';
  }
  const { omittedCount } = moved[movedBy];
  const omitted =
    omittedCount === 0 ? 'none' : `${counted(omittedCount, 'function')} whose ${movedBy} changed so little`;
  return `Changes within twice that error may be chance. Left out here: ${omitted}. In the graph, frames whose total changed so little are grey.`;
}

type ChangedTableProps = {
  title: string;
  functions: readonly MovedFunction[];
  emptyText: string;
  unit: ComparedView['unit'];
  /** Samples of each whole side. */
  sides: ComparedView['samples'];
  costs: SideCosts | undefined;
  by: CompareSettings['movedBy'];
  onInspect(name: string): void;
};

function ChangedTable(props: ChangedTableProps) {
  const { title, functions, emptyText, unit, sides: wholes, costs, by, onInspect } = props;
  if (functions.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {emptyText}
      </Text>
    );
  }
  return (
    <ScrollRegion label={title} className={classes.scroll}>
      <table className={classes.table} data-costs={costs && true} aria-label={`${title} functions by ${by}`}>
        <thead>
          <tr>
            <th>
              {title}
              <span className={classes.base}>by {by}</span>
            </th>
            <th>
              Baseline
              <span className={classes.base}>{sideBase(unit)}</span>
            </th>
            <th>
              Comparison
              <span className={classes.base}>{sideBase(unit)}</span>
            </th>
            <th>
              Change
              <span className={classes.base}>{unit === 'share' ? 'points' : 'samples'}</span>
            </th>
            <th className={classes.relative}>
              <VisuallyHidden>Relative change</VisuallyHidden>
            </th>
            {costs && (
              <>
                <th className={classes.hourly}>
                  Cost
                  <span className={classes.base}>an hour</span>
                </th>
                <th>
                  Cost
                  <span className={classes.base}>a year</span>
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {functions.map(({ name, ...sides }) => {
            const label = parseFrame(name).label.slice(0, 120);
            const [baseline, comparison] = [sides.baseline[by], sides.comparison[by]];
            const shares = inUnit({ baseline, comparison }, { unit, sides: wholes }, 'share');
            const change = costs && comparedCost(shares, costs).change;
            return (
              <tr key={name}>
                <td>
                  <div className={classes.function}>
                    <span
                      className={classes.swatch}
                      style={{ background: changeFill(changeStep(baseline, comparison)) }}
                      aria-hidden
                    />
                    <button
                      type="button"
                      className={classes.name}
                      aria-label={label}
                      title={`Inspect ${frameText(name).slice(0, 300)}`}
                      onClick={() => onInspect(name)}
                    >
                      <FunctionName label={label} />
                    </button>
                  </div>
                </td>
                <td>{formatSide(baseline, unit)}</td>
                <td>{formatSide(comparison, unit)}</td>
                <td>
                  <b>{formatChange(comparison - baseline, unit)}</b>
                </td>
                <td className={classes.relative}>{formatRelative(baseline, comparison)}</td>
                {change && (
                  <>
                    <td className={classes.hourly}>{costChangeCell(change.hour, 'hour')}</td>
                    <td>{costChangeCell(change.year, 'year')}</td>
                  </>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
