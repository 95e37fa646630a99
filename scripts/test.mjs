// The one test command: installs what is missing, then format, lint, types, import directions, build, unit, integration and
// browser tests. Ends with one line that sums all of them. Uses nothing but Node until the packages are there.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const reports = 'test-results';

function run(command, args, options = {}) {
  // On Windows npm and npx are scripts and not programs.
  const shell = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell, ...options });
  return error === undefined && status === 0;
}

function fail(sentence) {
  console.error(`\n${sentence}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

function install() {
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']))
    fail('The packages could not be installed: see above.');
}

/** A Chromium of the system, with Chinese letters to draw; on Debian as root both are installed. */
function findChromium() {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = () => known.find((path) => path && existsSync(path));
  const hasFonts = existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if ((!found() || !hasFonts) && isDebianRoot) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return (
    found() ??
    fail(
      'No Chromium was found. Install one (Debian: apt-get install chromium fonts-noto-cjk) or name it in the variable CHROMIUM.',
    )
  );
}

const tally = { passed: 0, failed: 0 };
/** Named once more at the end with the beginning of what was said, so that nobody has to look for them in a long log. */
const failures = [];

const failure = (name, said = '') =>
  failures.push([name, ...stripVTControlCharacters(said).split('\n').slice(0, 12)].filter(Boolean).join('\n      '));

/** @param work returns how many passed and failed. */
async function stage(name, work) {
  console.log(`\n── ${name}`);
  const begun = Date.now();
  const { passed, failed } = await work();
  tally.passed += passed;
  tally.failed += failed;
  console.log(`── ${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - begun) / 1000)} s)`);
}

/** What it says is printed when it has ended, because others run beside it. */
function runBeside(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { shell: process.platform === 'win32' });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('error', (error) => said.push(Buffer.from(String(error))));
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });
}

/** A check without a count of its own: it passed or it failed. */
const check = (name, script) =>
  stage(name, async () => {
    const ok = await runBeside('npm', ['run', '--silent', script]);
    if (!ok) failures.push(name);
    return { passed: Number(ok), failed: Number(!ok) };
  });

async function oneAfterTheOther(checks) {
  for (const [name, script] of checks) await check(name, script);
}

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);

/** A runner that failed without a failed test (a file that does not load, a crash) counts as one failure. */
const counted = (ok, passed, failed) => ({ passed, failed: failed > 0 ? failed : Number(!ok || passed === 0) });

function vitest() {
  const file = `${reports}/vitest.json`;
  const ok = run('npx', [
    '--no-install',
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file);
  for (const { name, assertionResults } of report?.testResults ?? [])
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status !== 'passed') failure(`${relative(root, name)}: ${fullName} (${status})`, failureMessages?.[0]);
  // A test that was left out is not a pass.
  const failed = (report?.numFailedTests ?? 0) + (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  return counted(ok, report?.numPassedTests ?? 0, failed);
}

function nameFailures({ suites = [], specs = [] }) {
  for (const { ok, file, title, tests } of specs)
    if (!ok) failure(`${file}: ${title}`, tests?.[0]?.results?.[0]?.error?.message);
  suites.forEach(nameFailures);
}

function playwright(chromium) {
  const file = `${reports}/playwright.json`;
  const ok = run('npx', ['--no-install', 'playwright', 'test'], {
    env: { ...process.env, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const report = readReport(file);
  if (report !== null) nameFailures(report);
  const stats = report?.stats;
  // Nor is one that passed only at the second try.
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0);
  return counted(ok, stats?.expected ?? 0, failed);
}

/** Each invariant that was looked at, each thing that had to happen, each planted bug counts as one. */
function faults() {
  const file = `${reports}/faults.json`;
  const ok = run('npm', ['run', '--silent', 'faults', '--', '--counts', file]);
  const { passed = 0, failed = 0, failures: named = [] } = readReport(file) ?? {};
  failures.push(...named.map((what) => `faults: ${what}`));
  return counted(ok, passed, failed);
}

install();
const chromium = findChromium();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

// Linting takes as long as the other checks together. The build comes before all tests: those that start the real server
// run what was built from this very tree.
await Promise.all([
  check('lint', 'lint'),
  oneAfterTheOther([
    ['format', 'format:check'],
    ['types', 'types'],
    ['import directions', 'imports'],
    ['build', 'build'],
  ]),
]);
await stage('unit and integration tests', vitest);
await stage('faults', faults);
await stage('browser tests', () => playwright(chromium));

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
