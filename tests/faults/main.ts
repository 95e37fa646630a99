// `npm run faults`: does its best to make the built server lose, double or leak a score, and says whether it could (docs/faults.md).
import { appendFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildPages, buildServer } from '#tests/whole-show/kit/build.ts';
import { catchMutants } from './mutants/catch.ts';
import { tableOf } from './mutants/table.ts';
import { readOptions } from './options.ts';
import { profiles } from './profiles.ts';
import { invariants } from './report/invariants.ts';
import { reportOf } from './report/markdown.ts';
import { newFolder, run } from './run.ts';
import { compileShim } from './shim/compile.ts';

const product = fileURLToPath(new URL('../..', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  say(options);
  process.exit(2);
}
const { profile: name, seed, report, counts } = options;
const profile = profiles[name];

say(`Faults · seed ${seed}`);
buildPages({ onlyMissing: true });
buildServer();
const shim = compileShim(newFolder());
let [passed, failed] = [0, 0];
if ('missing' in shim) {
  say(`UNKNOWN: ${shim.missing}`);
  failed = 1;
} else {
  const bench = { product, shim: shim.file };
  if (options.mutants === null) {
    const done = await run(profile, bench, seed, say);
    const text = reportOf(done);
    say(`\n${text}`);
    if (report !== null) appendFileSync(report, `\n${text}`);
    const broken = done.findings.broken();
    const looked = invariants.filter(
      ({ id, missing }) => missing === undefined && (done.findings.looked.get(id) ?? 0) > 0,
    );
    const good = looked.filter(({ id }) => !broken.has(id)).length;
    const reached = Object.keys(profile.sometimes).length - done.judged.missing.length;
    passed += good + reached;
    failed += broken.size + done.judged.missing.length;
  }
  const wanted = options.mutants ?? profile.mutants;
  if (wanted.length > 0) {
    const caught = await catchMutants(wanted, bench, seed, say);
    const table = tableOf(caught);
    say(`\n${table}`);
    if (report !== null) appendFileSync(report, `\n${table}`);
    passed += caught.filter(({ isCaught }) => isCaught).length;
    failed += caught.filter(({ isCaught }) => !isCaught).length;
  }
}
if (counts !== null) writeFileSync(counts, JSON.stringify({ passed, failed }));
say(`${passed} passed, ${failed} failed · seed ${seed}`);
process.exit(failed === 0 ? 0 : 1);
