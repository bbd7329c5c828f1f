import { SegmentedControl, Text } from '@mantine/core';

type LabelledChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
};

/** A choice of a few values under a small label. */
export function LabelledChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: LabelledChoiceProps<Value>) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4} aria-hidden>
        {label}
      </Text>
      <SegmentedControl<Value>
        size="xs"
        fullWidth
        aria-label={label}
        value={value}
        onChange={onChange}
        data={[...options]}
      />
    </div>
  );
}
