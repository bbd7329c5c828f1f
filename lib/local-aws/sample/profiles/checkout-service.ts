import { type Flow, methods, once, times } from './flow';
import { isHour, isIncident, isSlowRelease, traffic } from './rhythm';
import type { Plan } from './universe';

const SEED = 'sample-checkout-service';
const APP = 'com.acme.checkout';

const worker =
  'java.lang:Thread:run > org.apache.tomcat.util.threads:TaskThread$WrappingRunnable:run > org.apache.tomcat.util.threads:ThreadPoolExecutor$Worker:run > org.apache.tomcat.util.threads:ThreadPoolExecutor:runWorker';
const container =
  'org.apache.tomcat.util.net:NioEndpoint$SocketProcessor:doRun > org.apache.coyote:AbstractProtocol$ConnectionHandler:process > org.apache.coyote.http11:Http11Processor:service > org.apache.catalina.connector:CoyoteAdapter:service > org.apache.catalina.core:StandardEngineValve:invoke > org.apache.catalina.core:StandardHostValve:invoke > org.apache.catalina.core:StandardContextValve:invoke > org.apache.catalina.core:StandardWrapperValve:invoke > org.apache.catalina.core:ApplicationFilterChain:doFilter';
const filters =
  'org.springframework.web.filter:OncePerRequestFilter:doFilter > org.springframework.security.web:FilterChainProxy:doFilterInternal > org.springframework.web.servlet:FrameworkServlet:service > org.springframework.web.servlet:DispatcherServlet:doDispatch > org.springframework.web.servlet.mvc:RequestMappingHandlerAdapter:handleInternal > org.springframework.web.method:InvocableHandlerMethod:invokeForRequest > java.lang.reflect:Method:invoke';

const endpoints = [
  ...methods([`${APP}.web:CartController`], ['show', 'addItem', 'removeItem', 'applyVoucher']),
  ...methods([`${APP}.web:OrderController`], ['place', 'status', 'cancel', 'history']),
  ...methods([`${APP}.web:PaymentController`], ['authorize', 'capture', 'refund']),
  ...methods([`${APP}.web:ShippingController`], ['quote', 'addresses']),
];
const services = [
  ...methods([`${APP}.cart:CartService`, `${APP}.cart:CartMerger`], ['total', 'load', 'merge', 'validate']),
  ...methods([`${APP}.pricing:PriceEngine`, `${APP}.pricing:Discounts`], ['price', 'applyRules', 'round']),
  ...methods([`${APP}.tax:TaxCalculator`, `${APP}.tax:Jurisdictions`], ['taxFor', 'lookup']),
  ...methods([`${APP}.stock:StockService`, `${APP}.stock:Reservations`], ['reserve', 'release', 'available']),
  ...methods([`${APP}.order:OrderService`, `${APP}.order:OrderNumbers`], ['create', 'confirm', 'next']),
  ...methods([`${APP}.customer:CustomerService`, `${APP}.customer:Loyalty`], ['find', 'points', 'segment']),
];
const proxies = [
  'org.springframework.aop.framework:CglibAopProxy$DynamicAdvisedInterceptor:intercept > org.springframework.transaction.interceptor:TransactionInterceptor:invoke',
  'org.springframework.aop.framework:ReflectiveMethodInvocation:proceed > io.micrometer.core.aop:TimedAspect:timedMethod',
  'org.springframework.cache.interceptor:CacheInterceptor:invoke',
];
const request = [once(`${worker} > ${container} > ${filters}`), once(...endpoints)];
const business = [times(1, 3, ...services), times(0, 1, ...proxies), times(1, 2, ...services)];

const jackson = [
  once(
    'com.fasterxml.jackson.databind:ObjectMapper:writeValueAsString > com.fasterxml.jackson.databind.ser:DefaultSerializerProvider:serializeValue',
  ),
  times(
    1,
    8,
    'com.fasterxml.jackson.databind.ser:BeanSerializer:serialize > com.fasterxml.jackson.databind.ser.std:BeanSerializerBase:serializeFields > com.fasterxml.jackson.databind.ser:BeanPropertyWriter:serializeAsField',
    'com.fasterxml.jackson.databind.ser.std:CollectionSerializer:serializeContents',
    'com.fasterxml.jackson.databind.ser.std:MapSerializer:serializeFields',
  ),
  once(
    'com.fasterxml.jackson.core.json:UTF8JsonGenerator:writeString',
    'com.fasterxml.jackson.core.json:UTF8JsonGenerator:writeString > com.fasterxml.jackson.core.json:UTF8JsonGenerator:_writeStringSegment',
    'com.fasterxml.jackson.core.json:UTF8JsonGenerator:writeNumber > com.fasterxml.jackson.core.io:NumberOutput:outputInt',
    'com.fasterxml.jackson.databind.ser.std:DateSerializer:serialize > java.text:SimpleDateFormat:format',
    'java.math:BigDecimal:toString',
    'java.lang:StringLatin1:inflate',
  ),
];
const database = [
  once(
    'org.springframework.data.jpa.repository:SimpleJpaRepository:findById > org.hibernate.internal:SessionImpl:find',
    'org.springframework.data.jpa.repository:SimpleJpaRepository:save > org.hibernate.internal:SessionImpl:merge',
    'org.hibernate.query.internal:AbstractProducedQuery:list > org.hibernate.internal:SessionImpl:list',
  ),
  times(
    1,
    2,
    'org.hibernate.loader:Loader:doQuery',
    'org.hibernate.event.internal:DefaultFlushEventListener:onFlush',
  ),
  once(
    'com.zaxxer.hikari.pool:HikariProxyPreparedStatement:executeQuery > org.postgresql.jdbc:PgPreparedStatement:executeQuery > org.postgresql.core.v3:QueryExecutorImpl:execute',
    'com.zaxxer.hikari.pool:HikariProxyPreparedStatement:executeUpdate > org.postgresql.jdbc:PgPreparedStatement:executeUpdate > org.postgresql.core.v3:QueryExecutorImpl:execute',
  ),
  once(
    'org.postgresql.core:PGStream:receiveChar > java.net:SocketInputStream:socketRead0 @NATIVE',
    'org.postgresql.core:PGStream:receiveTupleV3 > java.net:SocketInputStream:socketRead0 @NATIVE',
    'org.postgresql.core:PGStream:flush > java.net:SocketOutputStream:socketWrite0 @NATIVE',
    'org.postgresql.core.v3:QueryExecutorImpl:processResults',
    'org.postgresql.jdbc:PgResultSet:getBigDecimal > java.math:BigDecimal:<init>',
  ),
];
const remote = [
  once(
    `${APP}.clients:PaymentGateway:authorize`,
    `${APP}.clients:ShippingRates:quote`,
    `${APP}.clients:FraudScore:score`,
  ),
  once(
    'org.apache.http.impl.client:InternalHttpClient:doExecute > org.apache.http.impl.execchain:RetryExec:execute',
  ),
  once(
    'org.apache.http.impl.io:SessionInputBufferImpl:fillBuffer > java.net:SocketInputStream:socketRead0 @NATIVE',
    'sun.security.ssl:SSLSocketInputRecord:decodeInputRecord > javax.crypto:Cipher:doFinal > com.sun.crypto.provider:GaloisCounterMode:decryptFinal',
    'org.apache.http.pool:AbstractConnPool:getPoolEntryBlocking > java.util.concurrent.locks:LockSupport:parkNanos > jdk.internal.misc:Unsafe:park @TIMED_WAITING',
  ),
];
const computation = [
  times(
    0,
    2,
    'java.util.stream:ReferencePipeline:collect > java.util.stream:AbstractPipeline:copyInto',
    'java.util:ArrayList:forEach',
    'java.util.stream:ReduceOps$ReduceOp:evaluateSequential',
  ),
  times(
    1,
    3,
    ...methods(
      [`${APP}.pricing:Rule`, `${APP}.pricing:Money`, `${APP}.cart:Line`],
      ['apply', 'matches', 'plus', 'times', 'compareTo'],
    ),
  ),
  once(
    'java.util:HashMap:get > java.util:HashMap:hash',
    'java.util:HashMap:resize',
    'java.math:BigDecimal:multiply',
    'java.math:BigDecimal:divide > java.math:MutableBigInteger:divideKnuth',
    'java.util.regex:Pattern$Curly:match > java.util.regex:Pattern$CharProperty:match',
    'java.lang:String:format > java.util:Formatter:format',
  ),
];
const locks = [
  once(
    `${APP}.stock:Reservations:withLock`,
    `${APP}.pricing:RuleCache:refresh`,
    'ch.qos.logback.core:OutputStreamAppender:writeBytes',
  ),
  once(
    'java.util.concurrent.locks:ReentrantLock:lock > java.util.concurrent.locks:LockSupport:park > jdk.internal.misc:Unsafe:park @WAITING',
    'java.lang:Object:monitorEnter @BLOCKED',
  ),
];
const logging = [
  once('ch.qos.logback.classic:Logger:info > ch.qos.logback.classic:Logger:buildLoggingEventAndAppend'),
  times(0, 1, 'ch.qos.logback.core:AppenderBase:doAppend', 'net.logstash.logback:LogstashEncoder:encode'),
  once(
    'ch.qos.logback.classic.pattern:ClassicConverter:convert',
    'java.io:FileOutputStream:writeBytes @NATIVE',
    'org.slf4j.helpers:MessageFormatter:arrayFormat',
  ),
];
const background = [
  once(
    'java.lang:Thread:run > java.util.concurrent:ThreadPoolExecutor$Worker:run > java.util.concurrent:ThreadPoolExecutor:runWorker',
  ),
  once(
    'java.util.concurrent:ScheduledThreadPoolExecutor$DelayedWorkQueue:take > jdk.internal.misc:Unsafe:park @WAITING',
    'java.util.concurrent:LinkedBlockingQueue:poll > jdk.internal.misc:Unsafe:park @TIMED_WAITING',
    'com.zaxxer.hikari.pool:HikariPool$HouseKeeper:run > java.lang:Thread:sleep @TIMED_WAITING',
    'java.util.concurrent:ThreadPoolExecutor:getTask > java.util.concurrent:LinkedBlockingQueue:take > jdk.internal.misc:Unsafe:park @IDLE',
    'sun.nio.ch:EPollSelectorImpl:doSelect > sun.nio.ch:EPoll:wait @IDLE',
  ),
];
const collector = [
  once('<GC> > G1:G1ParTask:work', '<GC> > G1:G1ConcurrentMarkThread:run', '<GC> > G1:G1ServiceThread:run'),
  times(0, 2, 'G1:G1ParScanThreadState:trim_queue', 'G1:G1RootProcessor:evacuate_roots'),
  once('G1:copy_to_survivor_space @NATIVE', 'G1:scan_heap_roots @NATIVE', 'G1:mark_object @NATIVE'),
];
const archive = [
  once(
    'java.lang:Thread:run > org.springframework.scheduling.support:ScheduledMethodRunnable:run > com.acme.checkout.batch:OrderArchive:run',
  ),
  times(
    1,
    3,
    ...methods(
      [`${APP}.batch:OrderArchive`, `${APP}.batch:CsvWriter`],
      ['chunk', 'write', 'flush', 'escape'],
    ),
  ),
  once(
    'java.util.zip:Deflater:deflateBytesBytes @NATIVE',
    'java.io:BufferedWriter:write',
    'java.util:HashMap:get',
  ),
];
const slow = [
  once(`${APP}.cart:CartService:recommend > ${APP}.recommend:SimilarItems:rank`),
  times(1, 2, `${APP}.recommend:SimilarItems:distance`, `${APP}.recommend:Vectors:dot`),
  once('java.lang:Math:sqrt', 'java.util:TimSort:mergeLo', `${APP}.recommend:Vectors:norm`),
];

const flows: Flow[] = [
  {
    name: 'json',
    steps: [...request, ...business, ...jackson],
    stacks: 740,
    weight: (t) => 10 * traffic(t) * (isIncident(SEED, t) ? 4.5 : 1),
  },
  {
    name: 'database',
    steps: [...request, ...business, ...database],
    stacks: 740,
    weight: (t) => 16 * traffic(t),
  },
  { name: 'remote', steps: [...request, ...business, ...remote], stacks: 260, weight: (t) => 9 * traffic(t) },
  {
    name: 'computation',
    steps: [...request, ...business, ...computation],
    stacks: 790,
    weight: (t) => 14 * traffic(t),
  },
  {
    name: 'locks',
    steps: [...request, ...business, ...locks],
    stacks: 140,
    weight: (t) => 4 * traffic(t) ** 2,
  },
  {
    name: 'logging',
    steps: [...request, ...business, ...logging],
    stacks: 190,
    weight: (t) => 4 * traffic(t),
  },
  {
    name: 'slow release',
    steps: [...request, ...slow],
    stacks: 30,
    weight: (t) => (isSlowRelease(t) ? 9 * traffic(t) : 0),
  },
  { name: 'archive', steps: archive, stacks: 50, weight: (t) => (isHour(2, t) ? 12 : 0) },
  { name: 'collector', steps: collector, stacks: 60, weight: (t) => 2 + 4 * traffic(t) },
  { name: 'background', steps: background, stacks: 10, weight: (t) => 22 - 8 * traffic(t) },
];

/** A Java service with thread states: a busy day, an hour of costly JSON now and then, a slow release. */
export const checkoutService: Plan = {
  seed: SEED,
  flows,
  defaultState: 'RUNNABLE',
  drawsPerWindow: 950,
  skew: 1.1,
  fileOf: (frame) => {
    const [, owner, method] = frame.split(':');
    return method ? `${owner?.split('$')[0]}.java` : undefined;
  },
};
