import type { Environment } from './command';

const DEFAULT_ENDPOINT = 'http://127.0.0.1:4599';

/** The URL from --endpoint, else from the environment as AWS clients read it. Throws a sentence when it isn't a URL. */
export function endpointOf(option: string | undefined, environment: Environment): string {
  const sources: [string, string | undefined][] = [
    ['--endpoint', option],
    ['AWS_ENDPOINT_URL_CODEGURUPROFILER', environment.AWS_ENDPOINT_URL_CODEGURUPROFILER],
    ['AWS_ENDPOINT_URL', environment.AWS_ENDPOINT_URL],
  ];
  const [source, url] = sources.find(([, value]) => value) ?? ['', DEFAULT_ENDPOINT];
  if (!/^https?:\/\/[^/\s]+/.test(url ?? '') || !URL.canParse(url ?? '')) {
    throw new Error(`${source} takes a URL such as ${DEFAULT_ENDPOINT}, not ${url}.`);
  }
  return (url ?? '').replace(/\/+$/, '');
}
