import pino from 'pino';
import { processWide } from '../process-wide';
import { type CurrentRequest, currentRequest, type Sender } from './current-request';
import { log } from './log';
import { redacted, secretsIn } from './redact';

/** Only who runs the server may read who did what. */
const FILE_MODE = 0o600;
const MAX_ADDRESS_LENGTH = 2000;
/** The addresses of a sign-in have codes with which somebody else could finish it. */
const SIGN_IN = /^\/sign-in(\/|$|\?)/;

type Answered = { method: string; url: string; status: number };

type Write = (line: Record<string, unknown>) => void;

const slot = () => processWide<{ write?: Write }>('audit log', () => ({}));

type Options = {
  /** A file that lines are added to; undefined for standard output. */
  file?: string | undefined;
  environment?: NodeJS.ProcessEnv;
};

/** Begins to write who opened, read and changed what, a line of JSON for each request of a known sender. */
export function openAudit({ file, environment = process.env }: Options): void {
  const secrets = secretsIn(environment);
  const destination = pino.destination({ dest: file ?? 1, sync: true, append: true, mode: FILE_MODE });
  // Requests are answered all the same: the disk of the audit log may be full for hours.
  destination.on('error', (error: Error) => log.error(`The audit log can’t be written: ${error.message}`));
  // Field by field: what stands for a secret may end a line.
  const clean = (_name: string, value: unknown) =>
    typeof value === 'string' ? redacted(value, secrets) : value;
  slot().write = (line) => destination.write(`${JSON.stringify(line, clean)}\n`);
}

/** Says who sent the request that is answered. */
export function auditSender(sender: Sender): void {
  const request = currentRequest();
  if (request) request.sender = sender;
}

/** Adds a fact to the line about the request that is answered, such as the id of what it made. */
export function auditFact(name: string, value: string): void {
  const request = currentRequest();
  if (request) request.facts[name] = value;
}

/** Writes the line about a request that was answered. Those of nobody in particular have none, so that they can't fill the disk. */
export function auditRequest({ id, sender, facts }: CurrentRequest, { method, url, status }: Answered): void {
  if (!sender) return;
  const address = SIGN_IN.test(url) ? url.split('?', 1)[0] : url.slice(0, MAX_ADDRESS_LENGTH);
  slot().write?.({
    ...{ audit: true, time: new Date().toISOString(), requestId: id },
    ...{ userId: sender.id, name: sender.name, role: sender.role },
    ...{ method, address, status, ...facts },
  });
}
