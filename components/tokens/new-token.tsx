'use client';

import { Button, Group, NativeSelect, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type CreatedToken, MAX_TOKEN_NAME_LENGTH, TOKEN_DAYS } from '@/lib/answer/api-token';
import { createToken } from '@/lib/queries/tokens';

const DEFAULT_DAYS = 90;

/** Asks for the name and the lifetime of a token, and creates it. */
export function NewToken({ onCreated }: { onCreated(token: CreatedToken): void }) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [days, setDays] = useState<number>(DEFAULT_DAYS);
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setProblem(undefined);
    try {
      const { data } = await createToken({ name: name.trim(), days });
      setOpen(false);
      setName('');
      onCreated(data);
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setSending(false);
    }
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          New token
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void create(event)}>
          <Stack gap="xs">
            <TextInput
              label="Name"
              description="What it is for, such as the program that uses it"
              value={name}
              maxLength={MAX_TOKEN_NAME_LENGTH}
              onChange={(event) => setName(event.currentTarget.value)}
              data-autofocus
            />
            <NativeSelect
              label="Expires after"
              value={String(days)}
              data={TOKEN_DAYS.map((count) => ({ value: String(count), label: `${count} days` }))}
              onChange={(event) => setDays(Number(event.currentTarget.value))}
            />
            {problem !== undefined && (
              <Text size="sm" c="red" role="alert">
                {problem}
              </Text>
            )}
            <Group justify="flex-end">
              <Button type="submit" size="xs" disabled={name.trim() === ''} loading={isSending}>
                Create
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
