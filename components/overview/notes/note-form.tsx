'use client';

import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { useRange } from '@/components/range/use-range';
import { showToast } from '@/components/toast/toasts';
import { ProblemError } from '@/lib/answer/problem';
import {
  MAX_NOTE_BY,
  MAX_NOTE_KIND,
  MAX_NOTE_LINK,
  MAX_NOTE_TEXT,
  type Note,
  type NoteContent,
} from '@/lib/overview/note';
import { noteText } from '@/lib/overview/note-text';
import { addNote, replaceNote } from '@/lib/queries/notes';
import { zoneLabel } from '@/lib/time/format';
import { parseInstant } from '@/lib/time/instant';
import { editableEnd, typedEnd } from '@/lib/time/typed-end';
import { useRereadNotes } from './use-notes';

/** A note that is being written: a new one has no id. */
export type Draft = Partial<Note> & Pick<Note, 'from'>;

type Fields = Record<'text' | 'from' | 'to' | 'link' | 'kind' | 'by', string>;

type NoteFormProps = { draft: Draft; onClose(): void };

const TIME_FAULT = 'This can’t be read. Write it as 2026-11-24 13:45.';

/** The dialog that adds or changes a note. */
export function NoteForm({ draft, onClose }: NoteFormProps) {
  const { zone, now } = useRange();
  const reread = useRereadNotes();
  const timeText = (instant?: number) =>
    instant === undefined ? '' : editableEnd(new Date(instant).toISOString(), instant, zone);
  const [fields, setFields] = useState<Fields>({
    text: draft.text ?? '',
    from: timeText(draft.from),
    to: timeText(draft.to),
    link: draft.link ?? '',
    kind: draft.kind ?? '',
    by: draft.by ?? '',
  });
  const [fault, setFault] = useState<{ field?: string | undefined; error: Error }>();
  const [isSaving, setSaving] = useState(false);

  const input = (field: keyof Fields, maxLength: number) => ({
    value: fields[field],
    maxLength,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      setFields((before) => ({ ...before, [field]: currentTarget.value })),
    error: fault?.field === field ? fault.error.message : undefined,
  });
  const save = async (content: NoteContent) => {
    setSaving(true);
    setFault(undefined);
    try {
      const { data } = await (draft.id === undefined ? addNote(content) : replaceNote(draft.id, content));
      reread();
      onClose();
      const title = draft.id === undefined ? 'Note added' : 'Note changed';
      await showToast({ title, message: noteText(data, zone) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setFault({ field: error.problem.field, error });
    } finally {
      setSaving(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const read = (typed: string) => parseInstant(typedEnd(typed, now, zone));
    const { from: typedFrom, to: typedTo, ...texts } = fields;
    const [from, to] = [read(typedFrom), typedTo.trim() === '' ? undefined : read(typedTo)];
    if (from === undefined) return setFault({ field: 'from', error: new Error(TIME_FAULT) });
    if (to === undefined && typedTo.trim() !== '')
      return setFault({ field: 'to', error: new Error(TIME_FAULT) });
    const given = Object.entries(texts).filter(([name, value]) => name === 'text' || value.trim() !== '');
    void save({ ...(Object.fromEntries(given) as Pick<Fields, 'text'>), from, to });
  };
  const isOfField = fault?.field !== undefined && fault.field in fields;
  return (
    <Modal
      opened
      onClose={onClose}
      title={draft.id === undefined ? 'Add a note' : 'Change the note'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <TextInput label="Text" withAsterisk data-autofocus {...input('text', MAX_NOTE_TEXT)} />
          <Group gap="sm" grow align="flex-start">
            <TextInput
              label="Time"
              withAsterisk
              description={zoneLabel(zone, draft.from)}
              {...input('from', 60)}
            />
            <TextInput label="End" description="Empty for an instant" {...input('to', 60)} />
          </Group>
          <TextInput label="Link" placeholder="https://…" {...input('link', MAX_NOTE_LINK)} />
          <Group gap="sm" grow align="flex-start">
            <TextInput label="Kind" placeholder="deploy" {...input('kind', MAX_NOTE_KIND)} />
            <TextInput label="Who" {...input('by', MAX_NOTE_BY)} />
          </Group>
          {fault && !isOfField && <ProblemNotice error={fault.error} />}
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button size="xs" type="submit" loading={isSaving}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
