'use client';

import { Button, Skeleton, Text, TextInput } from '@mantine/core';
import dynamic from 'next/dynamic';
import { type FormEvent, useState } from 'react';
import { zoneLabel } from '@/lib/time/format';
import type { RangeText, Span } from '@/lib/time/range';
import { editableEnd, parseTypedRange, type RangeProblem } from '@/lib/time/typed-range';
import classes from './range-form.module.css';

const RangeCalendar = dynamic(() => import('./range-calendar').then((module) => module.RangeCalendar), {
  ssr: false,
  loading: () => <Skeleton height={252} />,
});

type RangeFormProps = {
  text: RangeText;
  span: Span;
  now: number;
  zone: string;
  onApply: (range: RangeText) => void;
};

/** Start and end as text in the page's zone, or from a calendar. Enter applies. */
export function RangeForm({ text, span, now, zone, onApply }: RangeFormProps) {
  const shown = { from: editableEnd(text.from, span.from, zone), to: editableEnd(text.to, span.to, zone) };
  const [typed, setTyped] = useState(shown);
  const [problem, setProblem] = useState<RangeProblem>({});

  const apply = (event: FormEvent) => {
    event.preventDefault();
    // An unchanged end keeps its seconds and milliseconds.
    const edited = {
      from: typed.from === shown.from ? text.from : typed.from,
      to: typed.to === shown.to ? text.to : typed.to,
    };
    const result = parseTypedRange(edited, now, zone);
    if ('problem' in result) setProblem(result.problem);
    else onApply(result);
  };
  const edit = (end: keyof RangeText) => (value: string) => {
    setTyped({ ...typed, [end]: value });
    setProblem({});
  };
  return (
    <form onSubmit={apply} className={classes.form} noValidate>
      <TextInput
        label="From"
        value={typed.from}
        onChange={(event) => edit('from')(event.currentTarget.value)}
        error={problem.from}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <TextInput
        label="To"
        value={typed.to}
        onChange={(event) => edit('to')(event.currentTarget.value)}
        error={problem.to}
        autoComplete="off"
        spellCheck={false}
      />
      <Text size="xs" c="dimmed">
        Times are in {zoneLabel(zone, now)}. You can also enter now-2h or now/d.
      </Text>
      <RangeCalendar
        now={now}
        zone={zone}
        onPick={(days) => {
          setTyped(days);
          setProblem({});
        }}
      />
      <Button type="submit" fullWidth>
        Apply
      </Button>
    </form>
  );
}
