/** US dollars per hour of EC2 in us-east-1, Linux, on demand. */
export const INSTANCE_USD_PER_HOUR = {
  'c6i.4xlarge': 0.68,
  'c6i.8xlarge': 1.36,
  'c6a.4xlarge': 0.612,
  'c7i.4xlarge': 0.714,
  'm6i.4xlarge': 0.768,
  'r6i.4xlarge': 1.008,
  'g4dn.xlarge': 0.526,
  'g5.2xlarge': 1.212,
  'g5.4xlarge': 1.624,
  'g6.2xlarge': 0.9776,
  'g6.4xlarge': 1.3232,
} as const;
export type SampleInstanceType = keyof typeof INSTANCE_USD_PER_HOUR;

/** US dollars per hour of a licence. Illustrative, because no published prices were found. */
export const LICENSE_USD_PER_HOUR = {
  Maya: 0.4,
  Arnold: 0.3,
  Houdini: 0.55,
  Nuke: 0.65,
  'Cinema 4D': 0.35,
  Redshift: 0.25,
  KeyShot: 0.3,
  'V-Ray': 0.28,
} as const;
export type SampleProduct = keyof typeof LICENSE_USD_PER_HOUR;

/** US dollars per hour of a 250 GiB volume. Illustrative. */
export const VOLUME_USD_PER_HOUR = 0.0275;
