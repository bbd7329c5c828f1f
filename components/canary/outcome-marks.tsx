import { StateMark } from './state-mark';

/** All outcomes of scheduled runs, for legends. */
export const OutcomeMarks = () =>
  (['passed', 'retried', 'failed', 'running'] as const).map((outcome) => (
    <StateMark key={outcome} outcome={outcome} />
  ));
