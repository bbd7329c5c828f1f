/** A pattern to find in profiles, and what to do about it. The model's Pattern. */
export type Rule = {
  id: string;
  name: string;
  description: string;
  resolutionSteps: string;
  /** Stacks of one or more frames that call each other; the last is the expensive one. A final `*` matches any suffix. */
  targetFrames: readonly (readonly string[])[];
  /** Minimum percentage of all samples for a recommendation. */
  thresholdPercent: number;
  /** The thread states whose samples count. */
  countersToAggregate: readonly string[];
};

const CPU = ['RUNNABLE', 'NATIVE', 'WALL_TIME'];
const WAITS = ['BLOCKED', 'WAITING', 'TIMED_WAITING', 'WALL_TIME'];

const alone = (...frames: string[]) => frames.map((frame) => [frame]);

/** The rules, for frame names as the JVM and Python agents and the dashboard's own Node profiler report them. */
export const RULES: readonly Rule[] = [
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0001',
    name: 'Repeated compilation of regular expressions',
    description:
      'The program spends time compiling regular expressions, which it needs to do only once for each.',
    resolutionSteps:
      'Compile each expression once and store it in a constant. In Java, String methods such as split, matches and ' +
      'replaceAll compile on every call.',
    targetFrames: alone(
      'java.util.regex:Pattern:compile',
      're:_compile',
      're:compile',
      'sre_compile:compile',
      're._compiler:compile',
    ),
    thresholdPercent: 1,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0002',
    name: 'Regular expression matching',
    description: 'The program spends much of its time matching regular expressions.',
    resolutionSteps:
      'Look for nested quantifiers that cause backtracking, anchor the expression, or check with a plain text search ' +
      'first.',
    targetFrames: alone('java.util.regex:Matcher:*', 'java.util.regex:Pattern$*', '<RegExp>'),
    thresholdPercent: 2,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0003',
    name: 'JSON serialization',
    description: 'The program spends much of its time converting between objects and JSON.',
    resolutionSteps:
      'Send fewer members, cache the encoded form of data that does not change, and create the mapper (ObjectMapper, ' +
      'Gson) once for the whole program. Consider pagination for large responses.',
    targetFrames: alone(
      'com.fasterxml.jackson.*',
      'com.google.gson*',
      'org.json:*',
      'json:*',
      'json.decoder:*',
      'json.encoder:*',
      'simplejson*',
      '<native>:parse',
      '<native>:stringify',
    ),
    thresholdPercent: 10,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0004',
    name: 'Waiting for locks',
    description: 'Threads are blocked because another one holds the lock that they need.',
    resolutionSteps:
      'Hold the lock for less time: move I/O and slow computation out of it, split it by key, or use a lock-free ' +
      'structure such as ConcurrentHashMap.',
    targetFrames: alone(
      'java.lang:Object:monitorEnter',
      'java.util.concurrent.locks:ReentrantLock:lock',
      'java.util.concurrent.locks:ReentrantReadWriteLock$*',
      'java.util.concurrent.locks:StampedLock:*',
      'threading:Lock:acquire',
      'threading:RLock:acquire',
      'threading:Semaphore:acquire',
    ),
    thresholdPercent: 2,
    countersToAggregate: WAITS,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0005',
    name: 'Waiting for a pooled connection',
    description: 'Requests wait because all connections of the pool are in use.',
    resolutionSteps:
      'Find out what occupies the connections: long transactions, slow remote calls, connections that are never ' +
      'returned. Only then enlarge the pool.',
    targetFrames: alone(
      'org.apache.http.pool:AbstractConnPool:getPoolEntryBlocking',
      'com.zaxxer.hikari.pool:HikariPool:getConnection',
      'com.zaxxer.hikari.util:ConcurrentBag:borrow',
      'sqlalchemy.pool.impl:QueuePool:_do_get',
    ),
    thresholdPercent: 2,
    countersToAggregate: WAITS,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0006',
    name: 'Logging',
    description: 'The program spends much of its time creating and writing log lines.',
    resolutionSteps:
      'Log less on hot paths, check the level before computing expensive arguments, and write from another thread ' +
      '(an asynchronous appender, a QueueHandler).',
    targetFrames: alone(
      'ch.qos.logback.*',
      'org.apache.logging.log4j*',
      'java.util.logging:*',
      'logging:*',
      'logging.handlers:*',
      'pino:*',
      'winston:*',
      'node:internal/console/*',
    ),
    thresholdPercent: 5,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0007',
    name: 'Stack traces of exceptions',
    description: 'The program spends time recording the stack traces of exceptions.',
    resolutionSteps:
      'Do not use exceptions for expected cases such as a missing key. Where they are needed, leave the stack trace ' +
      'out (in Java, set writableStackTrace to false).',
    targetFrames: alone(
      'java.lang:Throwable:fillInStackTrace',
      'java.lang:Throwable:getStackTrace',
      'java.lang:StackTraceElement:*',
      'traceback:*',
      'node:internal/errors:captureLargerStackTrace',
      'node:internal/errors:prepareStackTraceCallback',
      '<native>:captureStackTrace',
    ),
    thresholdPercent: 1,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0008',
    name: 'TLS handshakes',
    description: 'The program spends time opening encrypted connections that it could reuse.',
    resolutionSteps:
      'Use one client with keep-alive connections for the whole program, and make sure that the idle timeout is ' +
      'longer than the time between requests.',
    targetFrames: alone(
      'sun.security.ssl:SSLSocketImpl:startHandshake',
      'sun.security.ssl:HandshakeContext:dispatch',
      'sun.security.ssl:TransportContext:dispatch',
      'ssl:SSLSocket:do_handshake',
      'ssl:SSLObject:do_handshake',
      'node:_tls_wrap:TLSSocket:_init',
    ),
    thresholdPercent: 1,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0009',
    name: 'Garbage collection',
    description: 'The program spends much of its time freeing memory.',
    resolutionSteps:
      'Find what allocates most and reduce it: reuse buffers, avoid boxed numbers and copies of lists. A larger heap ' +
      'makes collections less frequent.',
    targetFrames: alone('<GC>', 'gc:collect'),
    thresholdPercent: 10,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0010',
    name: 'Compression',
    description: 'The program spends much of its time compressing or decompressing data.',
    resolutionSteps:
      'Use a lower level, compress once and cache the result, or choose a faster format such as zstd or lz4 where ' +
      'both ends support it.',
    targetFrames: alone(
      'java.util.zip:Deflater:*',
      'java.util.zip:Inflater:*',
      'zlib:compress',
      'zlib:decompress',
      'gzip:*',
      'node:zlib:*',
    ),
    thresholdPercent: 3,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0011',
    name: 'Deep copies',
    description: 'The program spends time copying whole object graphs.',
    resolutionSteps:
      'Copy only what changes, share the rest (frozen or immutable objects), or write a copy method for the one type ' +
      'that needs it.',
    targetFrames: alone(
      'copy:deepcopy',
      'copy:_reconstruct',
      'org.apache.commons.lang3:SerializationUtils:clone',
      '<native>:structuredClone',
    ),
    thresholdPercent: 1,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0012',
    name: 'Date and text formatting',
    description: 'The program spends time in formatters that parse their pattern on every call.',
    resolutionSteps:
      'Create a DateTimeFormatter once and reuse it, concatenate text without String.format on hot paths, and let ' +
      'the client format where it can.',
    targetFrames: alone(
      'java.text:SimpleDateFormat:*',
      'java.text:DecimalFormat:*',
      'java.lang:String:format',
      '_strptime:*',
      'dateutil.parser*',
    ),
    thresholdPercent: 1,
    countersToAggregate: CPU,
  },
];
