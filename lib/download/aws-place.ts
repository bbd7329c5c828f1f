/** The services whose calls can be copied as commands. */
export type AwsService = 'deadline' | 'synthetics';

/** Where the dashboard's server calls AWS. */
export type AwsPlace = {
  region: string;
  /** Undefined: that of AWS in the region. */
  endpoint?: string;
  /** Whether the endpoint is the local-aws that was started with the dashboard. */
  isLocal: boolean;
};
