/** Reports a dry run that has not yet listed a run. */
export const DryRunStarted = ({ id }: { id: string }) => (
  <span role="status">The dry run {id} has started. Waiting for its first run.</span>
);
