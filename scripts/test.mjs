// The one test command: installs what is missing, then types, lint, import directions, unit, integration and browser
// tests. Ends with one line that sums all runners. Uses nothing but Node until the packages are there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const reports = 'test-results';

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  return error === undefined && status === 0;
}

function install() {
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) fail('The packages could not be installed: see above.');
}

function fail(sentence) {
  console.error(`\n${sentence}`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

/** A Chromium of the system; on Debian as root it is installed. */
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

/** A check without a count of its own: it passed or it failed. */
function check(name, command, args) {
  console.log(`\n── ${name}`);
  const ok = run(command, args);
  tally[ok ? 'passed' : 'failed'] += 1;
}

function countVitest() {
  console.log('\n── unit and integration tests');
  const file = `${reports}/vitest.json`;
  const ok = run('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  tally.passed += report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  tally.failed += failed > 0 ? failed : ok ? 0 : 1;
}

function countPlaywright(chromium) {
  console.log('\n── browser tests');
  const file = `${reports}/playwright.json`;
  const ok = run('npx', ['playwright', 'test'], {
    env: { ...process.env, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const stats = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).stats : null;
  tally.passed += stats?.expected ?? 0;
  // A test that passed only at the second try, or was skipped, is not a pass.
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0);
  tally.failed += failed > 0 ? failed : ok ? 0 : 1;
}

install();
const chromium = findChromium();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

check('types', 'npm', ['run', '--silent', 'types']);
check('lint', 'npm', ['run', '--silent', 'lint']);
check('import directions', 'npm', ['run', '--silent', 'imports']);
countVitest();
check('build', 'npm', ['run', '--silent', 'build']);
countPlaywright(chromium);

console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);
