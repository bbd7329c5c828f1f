import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../parse-frame';

/** Names as the profilers of many languages write them, with the label and the package that a frame shows. */
const NAMES: [name: string, label: string, pkg: string][] = [
  // Python: py-spy, austin, perf
  ['<module> (app.py:12)', '<module>', 'app'],
  ['handle (app/views.py:48)', 'handle', 'app'],
  ['run (threading.py:870)', 'run', 'threading'],
  ['handle (/srv/app/views.py:48)', 'handle', 'srv/app'],
  ['Cart.total (shop/cart.py:7)', 'Cart.total', 'shop'],
  ['<lambda> (shop/cart.py:9)', '<lambda>', 'shop'],
  ['decode (/usr/lib/python3.11/json/decoder.py:337)', 'decode', 'json'],
  ['get (/venv/lib/python3.11/site-packages/requests/api.py:61)', 'get', 'requests'],
  ['_find_and_load (<frozen importlib._bootstrap>:1176)', '_find_and_load', 'importlib._bootstrap'],
  ['read (libc.so.6)', 'read', 'libc.so.6'],
  ['handle (C:\\srv\\app\\views.py:48)', 'handle', 'srv/app'],
  ['a/b/c.py:func:12', 'func', 'a/b'],
  ['func (./c.py:12)', 'func', 'c'],
  ['C:\\app\\x.py:main:12', 'main', 'app'],
  ['py::handle:/srv/app/views.py', 'handle', 'srv/app'],
  // Ruby
  ['bar - /srv/app/x.rb:12', 'bar', 'srv/app'],
  ['block in Foo#each - x.rb:7', 'block in Foo#each', 'x'],
  ['call - /usr/lib/ruby/gems/3.2.0/gems/rack-2.2.8/lib/rack.rb:3', 'call', 'rack'],
  ['sleep [c function] - (unknown):0', 'sleep', ''],
  ['Array#each', 'Array#each', ''],
  ['Foo::Bar#baz', 'Bar#baz', 'Foo'],
  ['block (2 levels) in Foo::Bar#save!', 'block (2 levels) in Bar#save!', 'Foo'],
  ['Integer#<=>', 'Integer#<=>', ''],
  ['User#valid?', 'User#valid?', ''],
  ['<main>', '<main>', ''],
  // PHP
  ['App\\Http\\Kernel::handle', 'Kernel::handle', 'App\\Http'],
  ['App\\Cart->total', 'Cart->total', 'App'],
  ['App\\helpers\\money', 'money', 'App\\helpers'],
  ['{main}', '{main}', ''],
  ['/srv/index.php:12', 'index.php', 'srv'],
  ['Foo::bar /srv/app/x.php:12', 'Foo::bar', 'srv/app'],
  // Objective-C and Swift
  ['-[NSObject init]', '-[NSObject init]', ''],
  ['-[NSView drawRect:]', '-[NSView drawRect:]', ''],
  ['+[Foo bar:baz:]', '+[Foo bar:baz:]', ''],
  ['-[NSView(Drawing) drawRect:]', '-[NSView(Drawing) drawRect:]', ''],
  ['Foo.insert(_:at:)', 'Foo.insert(_:at:)', ''],
  ['MyApp.Foo.insert(_:at:)', 'Foo.insert(_:at:)', 'MyApp'],
  ['closure #1 (Int) -> () in main', 'closure #1 (Int) -> () in main', ''],
  ['closure #1 in MyApp.Foo.run()', 'closure #1 in Foo.run()', 'MyApp'],
  ['$s5MyApp3FooV6insertyyF', '$s5MyApp3FooV6insertyyF', ''],
  // JavaScript
  ['LazyCompile:*processTicks node:internal/process/task_queues:67', 'processTicks', 'node'],
  ['JS:~handle /srv/app/server.js:48:12', 'handle', 'srv/app'],
  ['LazyCompile:~handle /srv/app/server.js:48:12', 'handle', 'srv/app'],
  ['Script:~ /srv/app/index.js:1', 'index <module>', 'srv/app'],
  ['Function:~a file:///srv/a.js:9', 'a', 'srv'],
  ['Object.<anonymous> (/srv/app/x.js:1:1)', 'Object.<anonymous>', 'srv/app'],
  ['Object.<anonymous>', 'Object.<anonymous>', ''],
  ['module.Class#method', 'module.Class#method', 'module'],
  ['render (https://cdn.example/app/a.js?v=1:10:5)', 'render', 'app'],
  ['page (webpack-internal:///(rsc)/./src/page.tsx:3:1)', 'page', 'src'],
  ['render@http://localhost:3000/a.js:10:5', 'render', 'localhost:3000'],
  ['http://localhost:3000/a.js:render:10:5', 'render', 'localhost:3000'],
  ['https://cdn.example/a/b.js:t:1:2345', 't', 'a'],
  ['localhost:3000/shop/cart:render', 'render', 'localhost:3000/shop'],
  ['shop.example/cart/index:run', 'run', 'shop.example/cart'],
  ['data-a5db5b41:main', 'main', 'data-a5db5b41'],
  ['evalmachine.<anonymous>:c', 'c', 'evalmachine'],
  ['lib.x:<anonymous at line 11>', 'x <anonymous at line 11>', 'lib'],
  ['(anonymous)', '(anonymous)', ''],
  ['Foo.#secret', 'Foo.#secret', ''],
  // Java, Scala, Clojure
  ['java.lang.Thread.run:745', 'Thread.run', 'java.lang'],
  ['java.lang.Thread.run(Thread.java:745)', 'Thread.run', 'java.lang'],
  ['java/lang/Thread.run', 'Thread.run', 'java.lang'],
  ['Ljava/lang/Thread;::run', 'Thread.run', 'java.lang'],
  ['com/acme/Foo$Bar.lambda$x$0_[j]', 'Bar.lambda$x$0', 'com.acme'],
  ['com.example.Foo$$Lambda/0x00007f12.run', 'Foo$$Lambda.run', 'com.example'],
  ['com.example.Foo$$Lambda$14/1234.run', 'Foo$$Lambda$14.run', 'com.example'],
  ['com.example.Foo$1.run', 'Foo$1.run', 'com.example'],
  ['com.example.Foo.lambda$main$0', 'Foo.lambda$main$0', 'com.example'],
  ['Foo$$anonfun$main$1.apply', 'Foo$$anonfun$main$1.apply', ''],
  ['user$eval__123.invoke', 'user$eval__123.invoke', 'user'],
  // Go
  ['main.(*T).Method', 'main.(*T).Method', 'main'],
  ['main.main.func1.2', 'main.main.func1.2', 'main'],
  ['main.func1.2', 'main.func1.2', 'main'],
  [
    'golang.org/x/net/http2.(*serverConn).serve.func1',
    'http2.(*serverConn).serve.func1',
    'golang.org/x/net/http2',
  ],
  ['main.Map[go.shape.int,go.shape.string]', 'main.Map[go.shape.int,go.shape.string]', 'main'],
  ['github.com/user/repo/pkg.(*Server).ServeHTTP', 'pkg.(*Server).ServeHTTP', 'github.com/user/repo/pkg'],
  ['github.com/user/repo/v2.Run', 'repo/v2.Run', 'github.com/user/repo/v2'],
  ['gopkg.in/yaml%2ev3.Unmarshal', 'yaml.v3.Unmarshal', 'gopkg.in/yaml.v3'],
  ['type:.eq.main.T', 'type:.eq.main.T', ''],
  // C++
  [
    'std::vector<std::pair<int, std::string>, std::allocator<int> >::push_back(int&&)',
    'vector<…>::push_back',
    'std',
  ],
  [
    'std::vector<std::pair<int, std::string>, std::allocator<std::pair<int, std::string> > >::push_back(int&&)',
    'vector<…>::push_back',
    'std',
  ],
  ['Foo::bar', 'Foo::bar', 'Foo'],
  ['impl$3::<lambda at x.cpp:12:5>::operator()', '<lambda at x.cpp:12:5>::operator()', 'impl$3'],
  ['void foo::bar<int>(int) [clone .cold.1]', 'foo::bar<int>', 'foo'],
  ['std::__1::function<void (int)>::operator()(int) const', 'function<void (int)>::operator()', 'std'],
  ['foo::operator->(int)', 'foo::operator->', 'foo'],
  ['foo::operator<(foo const&)', 'foo::operator<', 'foo'],
  ['foo::operator bool() const', 'foo::operator bool', 'foo'],
  ['operator std::string()', 'operator std::string', ''],
  ['operator<', 'operator<', ''],
  ['operator()', 'operator()', ''],
  ['(anonymous namespace)::parse(char const*)', '(anonymous namespace)::parse', ''],
  ['foo::bar(int)::{lambda(int)#1}::operator()(int) const', '{lambda(int)#1}::operator()', 'foo'],
  ['run(int)::Task::go()', 'Task::go', 'run'],
  ['std::map<a:b>::x', 'map<a:b>::x', 'std'],
  ['_ZN3foo3barEv', 'foo::bar', 'foo'],
  ['_ZN3foo3barE', 'foo::bar', 'foo'],
  ['_ZNSt6vectorIiSaIiEE9push_backEOi', '_ZNSt6vectorIiSaIiEE9push_backEOi', ''],
  // Rust
  ['<alloc::vec::Vec<T> as core::iter::traits::Iterator>::next', '<Vec<T> as Iterator>::next', 'alloc'],
  ['core::ops::function::FnOnce::call_once{{vtable.shim}}', 'FnOnce::call_once{{vtable.shim}}', 'core'],
  ['<impl core::fmt::Debug for Foo>::fmt', '<impl Debug for Foo>::fmt', 'core'],
  ['shop::cart::total::{{closure}}', 'total::{{closure}}', 'shop'],
  ['shop::cart::total::h0123456789abcdef', 'cart::total', 'shop'],
  ['core::ptr::drop_in_place<alloc::string::String>', 'ptr::drop_in_place<String>', 'core'],
  // .NET and Windows
  ['System.Private.CoreLib!System.Threading.Thread.Run()', 'Thread.Run', 'System.Threading'],
  ['MyApp!MyApp.Program+<RunAsync>d__3.MoveNext()', 'Program+<RunAsync>d__3.MoveNext', 'MyApp'],
  ['C:\\Users\\me\\app.exe!main', 'main', 'app.exe'],
  ['ntdll.dll!RtlUserThreadStart', 'RtlUserThreadStart', 'ntdll.dll'],
  // Erlang and Elixir
  ['lists:map/2', 'map/2', 'lists'],
  ["Elixir.MyApp.Repo:'-fun/1-'/3", "Repo.'-fun/1-'/3", 'MyApp'],
  ['MyApp.Web.Router.call/2', 'Router.call/2', 'MyApp.Web'],
  // Native code without symbols, and the kernel
  ['[libc.so.6:0x2a28f]', 'libc.so.6:0x2a28f', 'libc.so.6'],
  ['[/usr/lib/libc.so.6+0x2a28f]', 'libc.so.6:0x2a28f', 'libc.so.6'],
  ['/usr/bin/python3.11:0x1234', 'python3.11:0x1234', 'python3.11'],
  ['libc.so.6`read+0x1a', 'read', 'libc.so.6'],
  ['kernel`sys_read', 'sys_read', 'kernel'],
  ['__x64_sys_read_[k]', '__x64_sys_read', 'kernel'],
  ['[unknown]', '[unknown]', ''],
  ['[kernel.kallsyms]', '[kernel.kallsyms]', ''],
  ['swapper/0 [idle]', 'swapper/0 [idle]', ''],
  ['kworker/0:1', 'kworker/0:1', ''],
  // Neither
  ['GET /a/b?x=1:2', 'GET /a/b?x=1:2', ''],
  ['process 12:"python app.py"', 'process 12:"python app.py"', ''],
  ['fn:12:34', 'fn', ''],
  ['12', '12', ''],
  ['12:30', '12:30', ''],
  ['\u202eevil.txt', 'evil.txt', 'evil'],
  ['漢字.関数', '漢字.関数', '漢字'],
  ['שלום.עולם', 'שלום.עולם', 'שלום'],
  ['😀.👨‍👩‍👧', '😀.👨‍👩‍👧', '😀'],
  ['%s%n%d', '%s%n%d', ''],
  ...['t', '_', '$', '.', '1234', 'x'.repeat(5000), 'a,b|c', "it's", '"quoted"', '&lt;b&gt;'].map(
    (name): [string, string, string] => [name, name, ''],
  ),
  ['...', '...', ''],
  ['::', '::', ''],
  ['/', '/', ''],
  ['\\', '\\', ''],
];

const PY_SPY_LABELS =
  '<genexpr> <lambda> <module> _bootstrap _bootstrap_inner decode loads main raw_decode run start total'.split(
    ' ',
  );

describe('a name of another profiler', () => {
  it.each(NAMES)('%s', (name, label, pkg) => {
    const frame = parseFrame(name);
    expect([frame.label, frame.package]).toEqual([label, pkg]);
  });

  it('in a file of py-spy has the label of the function', () => {
    const file = '../../import/testing/fixtures/py-spy-0.4-threads.folded';
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    const labels = new Set(
      text
        .trim()
        .split('\n')
        .flatMap((line) => line.slice(0, line.lastIndexOf(' ')).split(';'))
        .filter((name) => !name.startsWith('thread '))
        .map((name) => parseFrame(name).label),
    );
    expect([...labels].sort()).toEqual(PY_SPY_LABELS);
  });

  it.each(['f12-names.folded', 'f27-labels.folded'])('in %s is one of those above', (file) => {
    const text = readFileSync(new URL(`../../import/testing/fixtures/${file}`, import.meta.url), 'utf8');
    const lines = text.trim().split('\n');
    const names = lines.map((line) => line.slice(line.indexOf(';') + 1, line.lastIndexOf(' ')));
    expect(names.filter((name) => !NAMES.some(([known]) => known === name))).toEqual([]);
  });

  it.each([
    'a:',
    'a::',
    '.',
    'a.b.',
    '/',
    '/a',
    '(',
    '((',
    '<',
    '[',
    ' [clone ',
    '+0x',
    ':1',
    '.so',
    'operator',
    '$$Lambda/',
    ' in ',
    ' - ',
    '@',
    '#a',
    '->a',
    '\\a',
    '/gems/a-1',
    '_ZN3a',
    '1',
  ])('made of many "%s" takes time in proportion to its length', (part) => {
    const [short, long] = [2500, 20_000].map((length) => parseMs(part.repeat((length - 10) / part.length)));
    // Quadratic time would be 64 times as long.
    expect(long).toBeLessThan(32 * Math.max(short ?? 0, MIN_COMPARED_MS));
  });
});

/** Below this, the time is that of anything else that runs. */
const MIN_COMPARED_MS = 0.3;

/** The shortest of some times that it takes to parse names of a part repeated, so that other programs don't count. */
function parseMs(long: string): number {
  const names = [long, `${long})`, `f (${long}:1)`, `${long}f`];
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    for (const name of names) parseFrame(name);
    return performance.now() - started;
  });
  return Math.min(...times);
}
