import { codeguruErrors } from './codeguru/errors';
import { codeguruOperations } from './codeguru/service';
import { deadlineErrors } from './deadline/errors';
import { deadlineOperations } from './deadline/service';
import type { Operation } from './protocol/operation';
import { syntheticsErrors } from './synthetics/errors';
import { syntheticsOperations } from './synthetics/service';

/** The one table that routes and tests are driven from. */
export const operations: readonly Operation[] = [
  ...codeguruOperations,
  ...deadlineOperations,
  ...syntheticsOperations,
];

export const services = {
  'codeguru-profiler': codeguruErrors,
  deadline: deadlineErrors,
  synthetics: syntheticsErrors,
};
