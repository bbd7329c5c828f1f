'use client';

import { Group, SegmentedControl, Switch, Text, Title } from '@mantine/core';
import { counted } from '@/lib/answer/words';
import { changeFill, changeStep } from '@/lib/profile/graph/change-colour';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { MovedFunction } from '@/lib/profile/transform/difference';
import type { ComparedView } from '@/lib/profile/view/view';
import type { CompareSettings } from '../settings/profile-settings';
import classes from './compare.module.css';
import { formatChange, formatRelative, formatSide } from './format-change';

type MostChangedProps = {
  view: ComparedView;
  settings: Pick<CompareSettings, 'movedBy' | 'chance'>;
  onChange(change: Partial<CompareSettings>): void;
  onInspect(name: string): void;
};

/** The functions whose self or total changed most, those that grew and those that shrank; each leads to itself. */
export function MostChanged({ view, settings, onChange, onInspect }: MostChangedProps) {
  const { movedBy, chance } = settings;
  const { grown, shrunk, passedOver } = view.moved[movedBy];
  const clearly = passedOver > 0 ? 'clearly ' : '';
  const table = { unit: view.unit, by: movedBy, onInspect };
  return (
    <section aria-label="Functions that moved most" className={classes.moved}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={3} size="h6">
          Functions that moved most
        </Title>
        <Group gap="md">
          <Switch
            size="xs"
            label="Also what may be chance"
            checked={chance === 'listed'}
            onChange={(event) => onChange({ chance: event.currentTarget.checked ? 'listed' : null })}
          />
          <SegmentedControl
            size="xs"
            aria-label="Moved by"
            value={movedBy}
            onChange={(by) => onChange({ movedBy: by })}
            data={[
              { value: 'total', label: 'Total' },
              { value: 'self', label: 'Self' },
            ]}
          />
        </Group>
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        A profile is a sample: n samples of a function are right to about √n.{' '}
        {chance === 'listed'
          ? 'Changes within twice that error are listed, too, although chance alone could have made them.'
          : `Changes within twice that error, which chance alone could have made, are left out: ${counted(passedOver, 'function')}.`}
      </Text>
      <div className={classes.tables}>
        <MovedTable
          title="Grown"
          functions={grown}
          none={`No function has ${clearly}more than before.`}
          {...table}
        />
        <MovedTable
          title="Shrunk"
          functions={shrunk}
          none={`No function has ${clearly}less than before.`}
          {...table}
        />
      </div>
    </section>
  );
}

type MovedTableProps = {
  title: string;
  functions: readonly MovedFunction[];
  none: string;
  unit: ComparedView['unit'];
  by: CompareSettings['movedBy'];
  onInspect(name: string): void;
};

function MovedTable({ title, functions, none, unit, by, onInspect }: MovedTableProps) {
  if (functions.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it too
    <section className={classes.scroll} tabIndex={0} aria-label={title}>
      <table className={classes.table} aria-label={`${title} functions by ${by}`}>
        <thead>
          <tr>
            <th>{title}</th>
            <th>Baseline</th>
            <th>Comparison</th>
            <th>Change</th>
            <th className={classes.relative}>
              <span className={classes.unseen}>Relative change</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {functions.map(({ name, ...sides }) => {
            const [baseline, comparison] = [sides.baseline[by], sides.comparison[by]];
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
                      title={`${name.slice(0, 300)}: inspect`}
                      onClick={() => onInspect(name)}
                    >
                      {parseFrame(name).label.slice(0, 120)}
                    </button>
                  </div>
                </td>
                <td>{formatSide(baseline, unit)}</td>
                <td>{formatSide(comparison, unit)}</td>
                <td>
                  <b>{formatChange(comparison - baseline, unit)}</b>
                </td>
                <td className={classes.relative}>{formatRelative(baseline, comparison)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
