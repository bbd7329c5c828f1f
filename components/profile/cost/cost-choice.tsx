'use client';

import { Button, NativeSelect, Popover, Stack, Text } from '@mantine/core';
import { IconCoin } from '@tabler/icons-react';
import { useState } from 'react';
import { AppliedInput } from '@/components/panel/applied-input';
import { formatNumber } from '@/lib/answer/format-number';
import { namesOfFarms } from '@/lib/farm/names';
import { NO_FARMS } from '@/lib/farm/no-farms-text';
import { farmsOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import {
  type CostSettings,
  type CostTime,
  hasCost,
  MAX_INSTANCES,
  MAX_PRICE,
  MAX_TYPE_LENGTH,
  NO_COST,
  parseAmount,
} from '../settings/cost-params';
import { LabelledChoice } from '../settings/labelled-choice';
import type { ChangeSettings } from '../settings/profile-settings';
import toolbar from '../settings/profile-toolbar.module.css';

type CostChoiceProps = { settings: CostSettings; onChange: ChangeSettings };

type Source = 'none' | 'price' | 'farm';

const SOURCES: readonly { value: Source; label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'price', label: 'A price' },
  { value: 'farm', label: 'A farm’s cost' },
];

const TIMES: readonly { value: CostTime; label: string }[] = [
  { value: 'time', label: 'Profile’s time' },
  { value: 'hour', label: 'Hour' },
  { value: 'year', label: 'Year' },
];

/** Chooses what the frames' cost is taken from: a typed price, the costs of a farm, or nothing. */
export function CostChoice({ settings, onChange }: CostChoiceProps) {
  return (
    <Popover position="bottom-start" shadow="md" width={300} trapFocus returnFocus hideDetached={false}>
      <Popover.Target>
        <Button
          className={toolbar.display}
          size="xs"
          px={8}
          variant={hasCost(settings) ? 'light' : 'default'}
          title="Cost of the frames"
          leftSection={<IconCoin size={14} aria-hidden />}
        >
          <span className={toolbar.displayText}>Cost</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <CostForm {...{ settings, onChange }} />
      </Popover.Dropdown>
    </Popover>
  );
}

function CostForm({ settings, onChange }: CostChoiceProps) {
  const { price, instances, instanceType, cost, costPer } = settings;
  const [source, setSource] = useState<Source>(cost !== null ? 'farm' : price !== null ? 'price' : 'none');
  return (
    <Stack gap="sm">
      <LabelledChoice
        label="Cost of the frames"
        value={source}
        options={SOURCES}
        onChange={(chosen) => {
          setSource(chosen);
          if (hasCost(settings)) void onChange(NO_COST);
        }}
      />
      {source === 'price' && (
        <>
          <AmountInput
            label="Price of an instance, US $ an hour"
            placeholder="0.34"
            max={MAX_PRICE}
            value={price}
            onChange={(typed) => void onChange({ price: typed, cost: null })}
          />
          <AmountInput
            label="Instances, on average"
            placeholder="1"
            max={MAX_INSTANCES}
            value={instances}
            onChange={(typed) => void onChange({ instances: typed ?? 1 })}
          />
          <AppliedInput
            label="Instance type, for the reader"
            placeholder="c7g.large"
            value={instanceType}
            problemOf={(text) =>
              text.length <= MAX_TYPE_LENGTH ? undefined : `At most ${MAX_TYPE_LENGTH} characters`
            }
            onApply={(text) => void onChange({ instanceType: text })}
          />
          <Text size="xs" c="dimmed">
            The price is in the link, not looked up. A profile doesn’t tell how many instances it is of.
          </Text>
        </>
      )}
      {source === 'farm' && (
        <FarmSelect farmId={cost} onFarm={(farmId) => void onChange({ ...NO_COST, cost: farmId })} />
      )}
      {source !== 'none' && (
        <LabelledChoice
          label="Tables show the cost of"
          value={costPer}
          options={TIMES}
          onChange={(time) => void onChange({ costPer: time })}
        />
      )}
    </Stack>
  );
}

type AmountInputProps = {
  label: string;
  placeholder: string;
  max: number;
  value: number | null;
  onChange(amount: number | null): void;
};

/** A number above 0; none when empty. */
const AmountInput = ({ label, placeholder, max, value, onChange }: AmountInputProps) => (
  <AppliedInput
    label={label}
    placeholder={placeholder}
    value={value === null ? '' : String(value)}
    problemOf={(text) =>
      text === '' || parseAmount(text, max) !== undefined
        ? undefined
        : `A number above 0, up to ${formatNumber(max)}`
    }
    onApply={(text) => onChange(parseAmount(text, max) ?? null)}
  />
);

type FarmSelectProps = { farmId: string | null; onFarm(farmId: string | null): void };

function FarmSelect({ farmId, onFarm }: FarmSelectProps) {
  const { data, error } = useQuery(farmsOptions());
  if (error) return <Text size="xs">{error.message}</Text>;
  if (!data) return <Text size="xs">Loading farms …</Text>;
  if (data.data.length === 0) return <Text size="xs">{NO_FARMS}</Text>;
  return (
    <NativeSelect
      size="xs"
      label="Farm whose sessions run the code"
      data={[
        { value: '', label: 'Choose a farm' },
        ...Array.from(namesOfFarms(data.data), ([value, label]) => ({ value, label })),
      ]}
      value={farmId ?? ''}
      onChange={({ currentTarget: { value } }) => onFarm(value === '' ? null : value)}
    />
  );
}
