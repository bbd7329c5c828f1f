'use client';

import { Button, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarTime, IconChevronDown } from '@tabler/icons-react';
import { usePresent } from '@/components/range/page-now';
import { RangeForm } from '@/components/range/range-form';
import { useIsCurrent, useRange } from '@/components/range/use-range';
import { formatSpan } from '@/lib/time/format';
import { PRESETS } from '@/lib/time/presets';
import { absoluteRange, DEFAULT_RANGE, type RangeText } from '@/lib/time/range';
import { rangeLabel } from '@/lib/time/range-label';
import bar from './bar-button.module.css';
import classes from './range-picker.module.css';

/** Id of the button: Mantine gives a popover's id to its target. */
export const RANGE_PICKER_ID = 'range-picker';

/** Chooses the time range: a preset, or a start and an end as text or from a calendar. */
export function RangePicker() {
  const { text, span, now, zone, isMalformed, setRange } = useRange();
  const [opened, { toggle, close }] = useDisclosure(false);
  const isCurrent = useIsCurrent();
  const present = usePresent();
  const shown = isMalformed ? DEFAULT_RANGE : text;
  // A tab that was left open doesn't show the last 6 hours any more.
  const named = isCurrent ? shown : absoluteRange(span);
  const choose = (range: RangeText) => {
    close();
    setRange(range);
  };
  return (
    <Popover
      id={RANGE_PICKER_ID}
      opened={opened}
      onChange={(open) => !open && close()}
      position="bottom-start"
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant="default"
          className={bar.button}
          leftSection={<IconCalendarTime size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          title={formatSpan(span, zone)}
          onClick={toggle}
        >
          {rangeLabel(named, span, present, zone)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="Time range">
        <div className={classes.picker}>
          <div className={classes.presets}>
            {PRESETS.map(({ about, ranges }) => (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as these columns
              <div key={about} role="group" aria-label={about} className={classes.group}>
                {ranges.map((preset) => (
                  <button
                    key={preset.from}
                    type="button"
                    className={classes.preset}
                    aria-pressed={shown.from === preset.from && shown.to === preset.to}
                    onClick={() => choose(preset)}
                  >
                    {rangeLabel(preset, span, now, zone)}
                  </button>
                ))}
              </div>
            ))}
          </div>
          <RangeForm text={shown} span={span} now={now} zone={zone} onApply={choose} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
