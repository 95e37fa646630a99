// A9 and A10 across the field: every judge's own best entry gets that judge's vote; the column is the number of votes, or each entry's mean
// over the judges who voted for the winner. A vote may be declared instead. Without any card there is no result. [R-MAJORITY] [R-MAJORITY-MEAN]
import { rational } from '../../numbers.ts';
import { numberCell, type Cell } from '../cell.ts';
import { majority as decided, type MajorityResult } from '../majority.ts';
import { valueOf } from '../panel.ts';
import type { StepOf } from '../step-schema.ts';
import { membersIn } from './members.ts';
import { expectForm, type FieldStep, type Read } from './step.ts';

/** The position of the entry this judge declared for: the first one valued above 0 in the column of declarations. */
function declaredBy(judge: number, declarations: readonly (ReturnType<Read> | null)[]): number | null {
  const at = declarations.findIndex((cell) => {
    const vote = cell?.form === 'judges' ? valueOf(cell.values, judge) : null;
    return vote !== null && vote.n > 0n;
  });
  return at < 0 ? null : at;
}

/** The vote with its working and the judges (positions in the table) who took part; null without entries. */
export function majorityWorking(
  step: StepOf<'majority'>,
  reads: readonly Read[],
): { readonly members: readonly number[]; readonly result: MajorityResult } | null {
  const cells = reads.map((read) => expectForm(read(step.of), 'judges'));
  const [first] = cells;
  if (first === undefined) return null;
  const { declared } = step;
  const declarations = declared === undefined ? [] : reads.map((read) => read(declared));
  const members = membersIn(step.judges, first.table);
  const values = members.map((judge) => cells.map((cell) => valueOf(cell.values, judge)));
  const result = decided(
    values,
    undefined,
    members.map((judge) => declaredBy(judge, declarations)),
  );
  return { members, result };
}

export const majority: FieldStep<'majority'> = (step, reads) => {
  const working = majorityWorking(step, reads);
  if (working === null) return [];
  const { result } = working;
  // Nobody who could compare: no decision, which is something else than no vote for anybody.
  if (result.cards === 0)
    return reads.map((read): Cell => ({
      ...numberCell(null, [{ code: 'nobody-marked' }]),
      table: expectForm(read(step.of), 'judges').table,
    }));
  const means = result.majorityMeans ?? result.everyonesMeans;
  return reads.map((read, entry): Cell => ({
    ...numberCell(step.score === 'votes' ? rational(BigInt(result.tally[entry] ?? 0)) : (means[entry] ?? null)),
    table: expectForm(read(step.of), 'judges').table,
  }));
};
