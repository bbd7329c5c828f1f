'use client';

import { Button, Skeleton, Text, TextInput } from '@mantine/core';
import dynamic from 'next/dynamic';
import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { zoneLabel } from '@/lib/time/format';
import { pastedRange } from '@/lib/time/pasted-range';
import { type RangeText, resolveRange, type Span } from '@/lib/time/range';
import { editableEnd } from '@/lib/time/typed-end';
import { parseTypedRange, type RangeProblem } from '@/lib/time/typed-range';
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
  const editable = (range: RangeText, { from, to }: Span): RangeText => ({
    from: editableEnd(range.from, from, zone),
    to: editableEnd(range.to, to, zone),
  });
  const [exact, setExact] = useState({ text, shown: editable(text, span) });
  const [typed, setTyped] = useState(exact.shown);
  const [problem, setProblem] = useState<RangeProblem>({});

  const apply = (event: FormEvent) => {
    event.preventDefault();
    // An unchanged end keeps its seconds and milliseconds.
    const edited = {
      from: typed.from === exact.shown.from ? exact.text.from : typed.from,
      to: typed.to === exact.shown.to ? exact.text.to : typed.to,
    };
    const result = parseTypedRange(edited, now, zone);
    if ('problem' in result) setProblem(result.problem);
    else onApply(result);
  };
  const fill = (range: RangeText) => {
    setTyped(range);
    setProblem({});
  };
  // A pasted range, such as another page's link, fills both fields.
  const paste = (event: ClipboardEvent) => {
    const range = pastedRange(event.clipboardData.getData('text'), now, zone);
    const pasted = range && resolveRange(range, now, zone);
    if (!pasted) return;
    event.preventDefault();
    const shown = editable(range, pasted);
    setExact({ text: range, shown });
    fill(shown);
  };
  const edit = (end: keyof RangeText) => (value: string) => fill({ ...typed, [end]: value });
  return (
    <form onSubmit={apply} className={classes.form} noValidate>
      <TextInput
        label="From"
        value={typed.from}
        onChange={(event) => edit('from')(event.currentTarget.value)}
        onPaste={paste}
        error={problem.from}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <TextInput
        label="To"
        value={typed.to}
        onChange={(event) => edit('to')(event.currentTarget.value)}
        onPaste={paste}
        error={problem.to}
        autoComplete="off"
        spellCheck={false}
      />
      <Text size="xs" c="dimmed">
        Times are in {zoneLabel(zone, now)}. You can also enter now-2h or now/d, or paste a range.
      </Text>
      <RangeCalendar now={now} zone={zone} onPick={fill} />
      <Button type="submit" fullWidth>
        Apply
      </Button>
    </form>
  );
}
