import { counted } from '@/lib/answer/counted';
import { type PushedFile, pushedPath } from '@/lib/profile/view/pushed-file';
import { formatInstant, formatSpan } from '@/lib/time/format';

/** Reports a pushed file and its place on the dashboard. */
export function pushReport(pushed: PushedFile): string {
  const { file, format, group, isNewGroup, samples, frameCount, functionCount, depth, window } = pushed;
  const { postCount, listedAt, notes } = pushed;
  const sum = samples.reduce((all, each) => all + each.samples, 0);
  const byState = samples.map((each) => `${each.state} ${number(each.samples)}`).join(', ');
  return [
    `Pushed ${file} (${format}) to the ${isNewGroup ? 'new ' : ''}profiling group ${group}.`,
    '',
    `  samples   ${number(sum)} (${byState})`,
    `  frames    ${number(frameCount)} of ${counted(functionCount, 'function')}, ${number(depth)} deep`,
    `  time      ${formatSpan(window, 'UTC')}, added to the group's profile of that time`,
    ...(listedAt === undefined
      ? []
      : [`  listed    from ${formatInstant(listedAt, 'UTC')} on, in charts and lists`]),
    ...(postCount > 1 ? [`  posts     ${postCount}, because one can't contain everything`] : []),
    ...notes.map((note) => `  note      ${note}`),
    '',
    `On the dashboard: ${pushedPath(pushed)}`,
  ].join('\n');
}

const number = (value: number) => value.toLocaleString('en-US');
