// The journal by itself: numbered densely (I4), chained, and consistent with every head that anybody was told (I10); admission (I6),
// versions (I2), numbers (I17) and the run of show (I12) as the harness's own fold finds them.
import type { History } from '../history/history.ts';
import type { Row } from '../history/journal-file.ts';
import { brokenAt } from './chain.ts';
import type { Findings } from './finding.ts';
import { Fold } from './fold.ts';

export function checkProgramme(history: History, rows: readonly Row[], findings: Findings): Fold {
  findings.look('I4', rows.length);
  rows.forEach(({ seq }, at) => seq !== at + 1 && findings.add('I4', `record ${at + 1} has the number ${seq}`));
  if (new Set(rows.map(({ epoch }) => epoch)).size > 1) findings.add('I4', 'the epoch changed without a restore');
  const broken = brokenAt(rows);
  findings.expect('I10', broken === null, () => `the chain is broken at record ${broken}`);
  for (const { seq, hash } of history.heads)
    findings.expect(
      'I10',
      rows[seq - 1]?.hash === hash,
      () => `somebody was told head ${hash.slice(0, 8)} at ${seq}; the journal has another`,
    );
  const fold = new Fold();
  rows.forEach((row) => fold.take(row));
  for (const invariant of ['I2', 'I6', 'I12', 'I17']) findings.look(invariant, rows.length);
  fold.broken.forEach(({ invariant, what }) => findings.add(invariant, what));
  checkPresses(history, findings);
  return fold;
}

/** Of all presses that were made for one version of the programme, one was obeyed. */
function checkPresses(history: History, findings: Findings): void {
  const obeyed = new Map<number, string>();
  for (const { command, answers, opId, owner } of history.ops.values()) {
    if (command.basis === undefined || !answers.some(({ answer }) => answer.ok)) continue;
    const other = obeyed.get(command.basis);
    findings.expect(
      'I12',
      other === undefined,
      () => `two presses for programme version ${command.basis} were obeyed: ${owner} ${command.type} and ${other}`,
    );
    obeyed.set(command.basis, `${owner} ${command.type} ${opId.slice(0, 8)}`);
  }
}
