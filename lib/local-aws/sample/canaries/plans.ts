import type { BrowserType } from '../../synthetics/canary-definition';
import type { SampleCanary } from './sample-canary';

/** What a sample canary is made of. */
export type Plan = Omit<SampleCanary, 'canary'> & {
  name: string;
  team: string;
  group: string;
  schedule: string;
  timeoutSeconds: number;
  maxRetries: number;
  successRetentionDays?: number;
  browsers?: readonly BrowserType[];
  location?: string;
  /** Regions other than `location` in which it runs too. */
  replicas?: readonly string[];
};

export const PLANS: readonly Plan[] = [
  {
    name: 'sample-login-flow',
    team: 'accounts',
    group: 'sample-shop',
    schedule: 'rate(5 minutes)',
    timeoutSeconds: 60,
    maxRetries: 1,
    browsers: ['CHROME', 'FIREFOX'],
    typicalMs: 6_400,
    outageMinutes: 30,
    lostArtifacts: 0.0006,
    pauses: false,
    reasons: [
      'Step "open the sign-in page" failed: no answer within 15 seconds',
      'Step "submit" failed: the page answered 502 Bad Gateway',
      'Step "read the greeting" failed: the element #greeting was not found',
    ],
  },
  {
    name: 'sample-checkout',
    team: 'payments',
    group: 'sample-shop',
    schedule: 'rate(10 minutes)',
    timeoutSeconds: 120,
    maxRetries: 2,
    typicalMs: 14_200,
    outageMinutes: 45,
    lostArtifacts: 0.001,
    pauses: false,
    reasons: [
      'Step "pay" failed: POST /payments answered 503 Service Unavailable',
      'Step "add to basket" failed: the basket shows 0 items, expected 1',
      'Step "confirm" failed: no confirmation within 20 seconds',
    ],
  },
  {
    name: 'sample-search',
    team: 'discovery',
    group: 'sample-shop',
    schedule: 'rate(5 minutes)',
    timeoutSeconds: 45,
    maxRetries: 1,
    successRetentionDays: 7,
    location: 'us-east-1',
    typicalMs: 3_600,
    outageMinutes: 30,
    lostArtifacts: 0.0006,
    pauses: false,
    reasons: [
      'Search for "lamp" gave 0 results, expected at least 1',
      'GET /search answered 500 Internal Server Error',
      'The first result came after 8 seconds, expected 3 at most',
    ],
  },
  {
    name: 'sample-api-health',
    team: 'platform',
    group: 'sample-platform',
    schedule: 'rate(1 minute)',
    timeoutSeconds: 30,
    maxRetries: 0,
    typicalMs: 420,
    outageMinutes: 12,
    lostArtifacts: 0.0003,
    pauses: false,
    reasons: [
      'GET /health answered 503 Service Unavailable',
      'GET /health: the connection was refused',
      'GET /health answered {"database":"unreachable"}',
    ],
  },
  {
    name: 'sample-asset-upload',
    team: 'media',
    group: 'sample-platform',
    schedule: 'rate(1 hour)',
    timeoutSeconds: 300,
    maxRetries: 2,
    typicalMs: 34_000,
    outageMinutes: 200,
    lostArtifacts: 0.03,
    pauses: false,
    reasons: [
      'Upload of a 64 MB file stopped after 31 MB: the connection was reset',
      'The uploaded file has another checksum than the one that was sent',
      'PUT /assets answered 507 Insufficient Storage',
    ],
  },
  {
    name: 'sample-report-export',
    team: 'finance',
    group: 'sample-platform',
    schedule: 'cron(20 */2 * * ? *)',
    timeoutSeconds: 600,
    maxRetries: 1,
    typicalMs: 76_000,
    outageMinutes: 300,
    lostArtifacts: 0.01,
    pauses: true,
    reasons: [
      'The export was still pending after 5 minutes',
      'The exported file has 0 rows, expected at least 1',
      'GET /exports answered 504 Gateway Timeout',
    ],
  },
  {
    name: 'sample-stock-feed',
    team: 'logistics',
    group: 'sample-world',
    schedule: 'rate(30 minutes)',
    timeoutSeconds: 120,
    maxRetries: 1,
    typicalMs: 9_300,
    outageMinutes: 60,
    lostArtifacts: 0.001,
    pauses: false,
    silences: true,
    reasons: [
      'The feed has no entry of the last hour',
      'GET /feed answered 502 Bad Gateway',
      'The feed is not valid XML: it ends within an element',
    ],
  },
  {
    name: 'sample-store-finder',
    team: 'discovery',
    group: 'sample-world',
    schedule: 'rate(5 minutes)',
    timeoutSeconds: 60,
    maxRetries: 1,
    location: 'us-east-1',
    replicas: ['eu-west-1', 'ap-southeast-2'],
    typicalMs: 2_700,
    outageMinutes: 30,
    lostArtifacts: 0.0006,
    pauses: false,
    weakLocation: 'eu-west-1',
    reasons: [
      'GET /stores answered 504 Gateway Timeout',
      'The map shows 0 stores, expected at least 1',
      'Step "choose a city" failed: no suggestion within 10 seconds',
    ],
  },
];
