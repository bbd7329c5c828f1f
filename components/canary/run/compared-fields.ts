import { durationText } from '@/lib/canary/durations';
import { attemptLabel, browserName, testResultText } from '@/lib/canary/labels';
import { longerBy } from '@/lib/canary/last-success';
import type { RunLimits } from '@/lib/canary/no-end';
import type { CanaryRun } from '@/lib/canary/run';
import { signedPercent } from '@/lib/canary/signed-percent';
import { formatClock, formatDate } from '@/lib/time/format';

/** A value of a run and of another one, as texts. */
export type ComparedField = { name: string; own: string; others: string; differs: boolean };

/** The values of two runs beside each other; those that neither has are left out. The shares of durations are of the other's. */
export function comparedFields(
  run: CanaryRun,
  other: CanaryRun,
  zone: string,
  now: number,
  limits: RunLimits,
): ComparedField[] {
  const at = ({ started }: CanaryRun) =>
    `${formatDate(started, zone)}, ${formatClock(started, zone, 'second')}`;
  const longer = longerBy(run, other);
  const share = longer === undefined ? '' : ` (${signedPercent(longer)})`;
  const fields = [
    { name: 'Started', own: at(run), others: at(other), differs: false },
    {
      name: 'Duration',
      own: `${durationText(run, now, limits)}${share}`,
      others: durationText(other, now, limits),
      differs: longer !== undefined && Math.abs(longer) >= 0.25,
    },
    plainField(
      'Test result',
      run.testResult && testResultText(run.testResult),
      other.testResult && testResultText(other.testResult),
    ),
    plainField('Attempt', attemptLabel(run), attemptLabel(other)),
    plainField('Browser', browserName(run.browserType), browserName(other.browserType)),
    plainField('Location', run.location, other.location),
  ];
  return fields.filter(({ own, others }) => own !== '–' || others !== '–');
}

const plainField = (name: string, own = '–', others = '–'): ComparedField => ({
  name,
  own,
  others,
  differs: own !== others,
});
