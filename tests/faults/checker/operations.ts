// Operations against the journal: nothing acknowledged is lost (I1), nothing is there twice (I2), nothing is there that nobody asked
// for (I3), order and answers hold (I4, I5), other content under a known id is refused (I11), a "no" is a no (I16).
import type { History, Op } from '../history/history.ts';
import type { Row } from '../history/journal-file.ts';
import type { Accepted, Answer } from '../wire/messages.ts';
import { contentHash } from './chain.ts';
import type { Findings } from './finding.ts';

export interface Fenced {
  readonly owner: string;
  /** From when on its session is over. */
  readonly at: number;
}

const accepted = ({ answers }: Op): readonly { readonly at: number; readonly answer: Accepted }[] =>
  answers.flatMap(({ at, answer }) => (answer.ok ? [{ at, answer }] : []));

const same = (a: Accepted, b: Accepted) =>
  a.seq === b.seq && a.at === b.at && a.receipt === b.receipt && a.isHeld === b.isHeld;

const told = (op: Op) => `${op.owner} ${op.command.type} ${op.command.entry ?? ''} ${op.opId.slice(0, 8)}`;

export function checkOperations(
  history: History,
  rows: readonly Row[],
  fenced: readonly Fenced[],
  findings: Findings,
): void {
  const byOp = new Map<string, Row[]>();
  for (const row of rows) {
    const facts = byOp.get(row.opId);
    if (facts === undefined) byOp.set(row.opId, [row]);
    else facts.push(row);
  }
  for (const op of history.ops.values()) checkOne(op, byOp.get(op.opId) ?? [], history, findings);
  checkPhantoms(history, byOp, findings);
  checkOrder(history, findings);
  for (const { owner, answers, opId } of history.forged)
    for (const { answer } of answers)
      findings.expect(
        'I11',
        !answer.ok && (answer.code === 'operation.conflict' || answer.retryable),
        () => `${owner} sent other content as ${opId.slice(0, 8)} and was told ${say(answer)}`,
      );
  for (const { owner, at } of fenced)
    for (const op of history.ops.values())
      if (op.owner === owner && op.invokedAt > at)
        findings.expect(
          'I3',
          byOp.get(op.opId) === undefined,
          () => `${told(op)} was taken after its seat was taken over`,
        );
}

const say = (answer: Answer) => (answer.ok ? `recorded as ${answer.seq}` : answer.code);

function checkOne(op: Op, facts: readonly Row[], history: History, findings: Findings): void {
  const oks = accepted(op);
  const [first] = oks;
  const newest = facts.at(-1);
  if (first !== undefined) {
    findings.expect('I1', newest?.seq === first.answer.seq && newest.opHash === contentHash(op.seat, op.command), () =>
      newest === undefined
        ? `${told(op)} was acknowledged as ${first.answer.seq} and is not in the journal`
        : `${told(op)} was acknowledged as ${first.answer.seq} and stands as ${newest.seq}`,
    );
    for (const { answer } of oks.slice(1))
      findings.expect(
        'I5',
        same(answer, first.answer),
        () => `${told(op)} was answered ${JSON.stringify(first.answer)}, later ${JSON.stringify(answer)}`,
      );
    checkAnswer(op, first.answer, facts, findings);
  }
  findings.look('I2');
  const isScore = op.command.type.startsWith('score.');
  if (isScore && facts.length > 1) findings.add('I2', `${told(op)} stands ${facts.length} times in the journal`);
  if (facts.some((row, at) => row.seq !== (facts[0]?.seq ?? 0) + at))
    findings.add('I2', `${told(op)}: its facts do not stand together`);
  if (new Set(facts.map(({ type }) => type)).size !== facts.length && op.command.type !== 'sheet.mark-absent')
    findings.add('I2', `${told(op)} has done the same twice`);
  checkRefusals(op, facts, history, findings);
}

function checkAnswer(op: Op, answer: Accepted, facts: readonly Row[], findings: Findings): void {
  const [fact] = facts;
  if (fact === undefined || !op.command.type.startsWith('score.')) return;
  const { receipt = null } = JSON.parse(fact.body) as { receipt?: string };
  findings.expect(
    'I5',
    receipt === answer.receipt && fact.at === answer.at,
    () => `${told(op)} was given receipt ${answer.receipt}, the journal has ${receipt}`,
  );
  findings.expect(
    'I6',
    (fact.type === 'score.held') === answer.isHeld,
    () => `${told(op)} was told ${answer.isHeld ? 'held' : 'counted'} and is ${fact.type}`,
  );
}

/**
 * A "no" is the last word while the server runs. Nobody who was told "no" asks again after a new start; the wire does, and is decided
 * on anew, so that its record stands behind what the journal held at that start.
 */
function checkRefusals(op: Op, facts: readonly Row[], { starts }: History, findings: Findings): void {
  const [first, ...later] = op.answers.filter(({ answer }) => !answer.ok && !answer.retryable);
  if (first === undefined || first.answer.ok) return;
  const { code } = first.answer;
  findings.look('I16');
  if (code.startsWith('server.')) return findings.add('I16', `${told(op)} was refused for good as ${code}`);
  if (mayBeAskedAgain.includes(code)) return;
  const restart = starts.find(({ at }) => at > first.at);
  // Of a start that was killed before it could be asked, nobody knows what the journal held.
  const heldThen = restart === undefined ? Infinity : (restart.seq ?? 0);
  const [fact] = facts;
  if (fact !== undefined && fact.seq <= heldThen)
    findings.add(
      accepted(op).length > 0 ? 'I5' : 'I16',
      `${told(op)} was refused as ${code} and stands in the journal as ${fact.seq}`,
    );
  for (const { at, answer } of later)
    if (at < (restart?.at ?? Infinity))
      findings.expect(
        'I5',
        JSON.stringify(answer) === JSON.stringify(first.answer),
        () => `${told(op)} was refused with ${JSON.stringify(first.answer)}, later with ${JSON.stringify(answer)}`,
      );
}

/** "Not yet". */
const mayBeAskedAgain: readonly string[] = ['scoring.not-open'];

function checkPhantoms(history: History, byOp: ReadonlyMap<string, readonly Row[]>, findings: Findings): void {
  let [joins, conflicts] = [0, 0];
  for (const [opId, [row]] of byOp) {
    if (row === undefined) continue;
    const op = history.ops.get(opId);
    if (row.type === 'seat.joined') joins += 1;
    else if (row.type === 'operation.conflicted') conflicts += 1;
    else if (op === undefined) findings.add('I3', `record ${row.seq} (${row.type}) was asked for by nobody`);
    else
      findings.expect(
        'I3',
        row.opHash === contentHash(op.seat, op.command),
        () => `record ${row.seq} (${row.type}) is not what ${told(op)} asked for`,
      );
  }
  // After a new start the same attempt may be recorded once more.
  const attempts = history.forged.length * (1 + history.starts.length);
  findings.expect('I3', conflicts <= attempts, () => `${conflicts} conflicts are recorded, ${attempts} could be`);
  findings.expect('I3', joins <= history.joins, () => `${joins} devices were seated, ${history.joins} asked`);
}

/** What one device asked for only after an earlier one was answered stands after it. */
function checkOrder(history: History, findings: Findings): void {
  const last = new Map<string, { readonly op: Op; readonly at: number; readonly seq: number }>();
  for (const op of history.ops.values()) {
    const [first] = accepted(op);
    if (first === undefined) continue;
    const slot = `${op.owner}/${op.command.entry ?? ''}`;
    const before = last.get(slot);
    if (before !== undefined && before.at < op.invokedAt)
      findings.expect(
        'I4',
        first.answer.seq > before.seq,
        () => `${told(op)} stands before what ${before.op.opId.slice(0, 8)} had been told`,
      );
    if (before === undefined || first.at > before.at) last.set(slot, { op, at: first.at, seq: first.answer.seq });
  }
}
