/** Where the dashboard's server calls AWS Deadline Cloud. */
export type AwsPlace = {
  region: string;
  /** Undefined: that of AWS in the region. */
  endpoint?: string;
  /** Whether the endpoint is the local-aws that was started with the dashboard. */
  isLocal: boolean;
};
