import { Skeleton } from '@mantine/core';

/** The place of a figure's value while it is loading, or a dash once that has failed. */
export const UnknownValue = ({ failed }: { failed: boolean }) =>
  failed ? '–' : <Skeleton height={20} width={80} my={4} />;
