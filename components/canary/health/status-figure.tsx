import { Figure } from '@/components/panel/figure';
import type { HealthStatus } from '@/lib/canary/health/canary-health';
import { HEALTH_LABELS, statusDetail } from '@/lib/canary/health/status-text';
import { HealthMark } from '../list/health-mark';
import { UnknownValue } from '../unknown-value';

type StatusFigureProps = {
  label: string;
  /** Undefined while loading. */
  status: HealthStatus | undefined;
  zone: string;
  /** The instant of the status. */
  at: number;
  failed: boolean;
};

/** A canary's state at an instant, in which places, and since when. */
export function StatusFigure({ label, status, zone, at, failed }: StatusFigureProps) {
  if (!status) return <Figure words label={label} value={<UnknownValue failed={failed} />} note="" />;
  return (
    <Figure
      words
      label={label}
      value={<HealthMark state={status.state} label={HEALTH_LABELS[status.state]} />}
      note={statusDetail(status, zone, at)}
    />
  );
}
