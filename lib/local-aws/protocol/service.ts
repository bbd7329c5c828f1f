import type { Operation } from './operation';
import type { ServiceErrors } from './service-error';

/** Everything that the server, the tests and the fuzz runs need to know about one AWS service. */
export type Service<World = never> = {
  /** As in its ARNs and signatures. */
  name: string;
  /** Its folder in lib/local-aws; each operation is a file in `operations/` there. */
  folder: string;
  /** Package of its client for JavaScript; used by tests only. */
  sdk: string;
  errors: ServiceErrors;
  operations: readonly Operation<World>[];
  /** Paths that another service has too: the service in the ARN at their end answers. */
  arnPaths?: readonly string[];
};
