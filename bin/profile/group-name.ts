import { GROUP_NAME } from '@/lib/profile/view/profiling-group';
import { UsageError } from './usage-error';

const LONGEST = 255;

export function checkGroupName(name: string): void {
  if (GROUP_NAME.test(name)) return;
  throw new UsageError(
    'The name of a profiling group has 1 to 255 letters, digits, underscores and hyphens.',
  );
}

/** The group of a file that is pushed to none: the file's name without what says its format, as a group may be called. */
export function groupNameOf(file: string): string {
  const [base = ''] = file.split(/[\\/]/).slice(-1);
  const name = base
    .replace(/\.(?:gz|cpuprofile|pb|pprof|folded|collapsed|txt|json|ion|prof|out)\b/g, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST);
  return name || 'profile';
}
