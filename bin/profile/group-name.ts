import { GROUP_NAME } from '@/lib/profile/view/profiling-group';
import { UsageError } from './usage-error';

export function checkGroupName(name: string): void {
  if (GROUP_NAME.test(name)) return;
  throw new UsageError(
    'The name of a profiling group has 1 to 255 letters, digits, underscores and hyphens.',
  );
}
