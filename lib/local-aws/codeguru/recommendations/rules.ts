/** What is looked for in a profile, and what to do about it. The model's Pattern. */
export type Rule = {
  id: string;
  name: string;
  description: string;
  resolutionSteps: string;
  /**
   * Stacks, each of one or more frames that call each other, the last of which is what costs. `*` at the end of a frame
   * stands for any rest.
   */
  targetFrames: readonly (readonly string[])[];
  /** From this part of all samples on, in per cent, the rule speaks up. */
  thresholdPercent: number;
  /** The thread states whose samples count. */
  countersToAggregate: readonly string[];
};

const CPU = ['RUNNABLE', 'NATIVE', 'WALL_TIME'];
const WAITS = ['BLOCKED', 'WAITING', 'TIMED_WAITING', 'WALL_TIME'];

const alone = (...frames: string[]) => frames.map((frame) => [frame]);

/** The rules, for names as agents for the JVM and Python and the dashboard's own recorder for Node give them. */
export const RULES: readonly Rule[] = [
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0001',
    name: 'Regular expressions compiled again and again',
    description:
      'Time goes into translating regular expressions, which a program needs to do only once for each.',
    resolutionSteps:
      'Compile each expression once, into a constant, and use that. In Java, methods of String such as split, ' +
      'matches and replaceAll compile at every call.',
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
    name: 'Matching of regular expressions',
    description: 'Much time goes into matching text against regular expressions.',
    resolutionSteps:
      'Look for nested repetitions that make the matcher try again, anchor the expression, or test with a plain ' +
      'search of text first.',
    targetFrames: alone('java.util.regex:Matcher:*', 'java.util.regex:Pattern$*', '<RegExp>'),
    thresholdPercent: 2,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0003',
    name: 'Reading and writing of JSON',
    description: 'Much time goes into turning objects into JSON or JSON into objects.',
    resolutionSteps:
      'Send fewer members, keep what does not change as encoded text, and make the mapper (ObjectMapper, Gson) ' +
      'once for the whole program. Large answers may do better in pages.',
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
    description: 'Threads stand still because another one holds the lock that they need.',
    resolutionSteps:
      'Hold the lock for less: move input, output and slow computation out of it, split it by key, or use a ' +
      'structure that needs none, such as ConcurrentHashMap.',
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
    description: 'Requests wait for a connection because all of the pool are in use.',
    resolutionSteps:
      'Find out what keeps connections: long transactions, slow remote answers, connections that are not given ' +
      'back. Only then make the pool larger.',
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
    description: 'Much time goes into making and writing log lines.',
    resolutionSteps:
      'Log less on paths that run often, test the level before costly arguments are made, and let another thread ' +
      'write (an asynchronous appender, a QueueHandler).',
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
    description: 'Time goes into recording where exceptions came from.',
    resolutionSteps:
      'Do not use exceptions for what is expected, such as a key that is missing. Where they must be, leave the ' +
      'stack trace out (a writableStackTrace of false in Java).',
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
    description: 'Time goes into opening encrypted connections, which could be kept.',
    resolutionSteps:
      'Use one client for the whole program with connections that are kept alive, and see that they are not ' +
      'closed while idle sooner than they are needed again.',
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
    description: 'Much time goes into freeing memory.',
    resolutionSteps:
      'Find what allocates most and make less of it: buffers that can be used again, boxed numbers, copies of ' +
      'lists. A larger heap makes collections rarer.',
    targetFrames: alone('<GC>', 'gc:collect'),
    thresholdPercent: 10,
    countersToAggregate: CPU,
  },
  {
    id: '5f0d1c1e-7a54-4b55-9d6e-3a1c0b7e0010',
    name: 'Compression',
    description: 'Much time goes into compressing or unpacking data.',
    resolutionSteps:
      'Take a lower level, compress once and keep the result, or choose a faster format such as zstd or lz4 ' +
      'where both ends know it.',
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
    description: 'Time goes into copying whole structures of objects.',
    resolutionSteps:
      'Copy only what is changed, share what is not (frozen or immutable objects), or write a copy method for ' +
      'the one type that needs it.',
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
    name: 'Formatting of dates and text',
    description: 'Time goes into formatters that read their pattern anew at every call.',
    resolutionSteps:
      'Make a DateTimeFormatter once and use it, put text together without String.format on paths that run ' +
      'often, and let the other side format where it can.',
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
