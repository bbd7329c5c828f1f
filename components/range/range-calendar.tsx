'use client';

import '@mantine/dates/styles.css';
import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import { DAY } from '@/lib/time/duration';
import type { RangeText } from '@/lib/time/range';
import { editableEnd } from '@/lib/time/typed-end';

type RangeCalendarProps = { now: number; zone: string; onPick: (days: RangeText) => void };

/** Picks whole days, as texts for the form: from the start of the first to the end of the last day. */
export function RangeCalendar({ now, zone, onPick }: RangeCalendarProps) {
  const [days, setDays] = useState<[string | null, string | null]>([null, null]);
  const today = editableEnd('', now, zone).slice(0, 10);
  return (
    <DatePicker
      type="range"
      size="xs"
      value={days}
      defaultDate={today}
      maxDate={today}
      allowSingleDateInRange
      hideOutsideDates
      weekendDays={[]}
      ariaLabels={{ nextMonth: 'Next month', previousMonth: 'Previous month' }}
      onChange={([first, last]) => {
        setDays([first, last]);
        if (first && last) onPick({ from: `${first} 00:00`, to: `${dayAfter(last)} 00:00` });
      }}
    />
  );
}

const dayAfter = (date: string) => new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
