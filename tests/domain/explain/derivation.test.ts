// Explanations recompute to the result: every line of every derivation is worked out again by hand, from what the line tells alone,
// under every kind of rule an organiser can set; lines hang together; tie-breakers are told as they were asked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivationAt } from '#domain/explain/entry-derivation.ts';
import type { Derivation, Line } from '#domain/explain/derivation.ts';
import { formatExact } from '#domain/numbers.ts';
import { scoreEvent } from '#domain/scored-event/score-event.ts';
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import { tried } from '#tests/kit/arbitraries.ts';
import { exactly, worked } from '#tests/kit/pocket-calculator.ts';
import { scoredEvents, withDecisions } from '#tests/kit/scored-events.ts';
import { isLess, isSame } from '#tests/oracle/fraction.ts';

interface Explained {
  readonly derivation: Derivation;
  readonly score: string;
  readonly rank: number;
  readonly decidedBy: number | null;
}

function explained(event: ScoredEvent): readonly Explained[] {
  const { definition, field, ranking } = scoreEvent(event);
  return ranking.map(({ result, rank, decidedBy }) => {
    const derivation = derivationAt(field, definition, field.entries.indexOf(result.entry));
    if (derivation === null) throw new Error('a result without a derivation');
    const at = definition.rules.tieBreakers.findIndex(({ kind }) => kind === decidedBy);
    return { derivation, score: result.score, rank, decidedBy: at < 0 ? null : at };
  });
}

const allLines = ({ lines, tieLines }: Derivation): readonly Line[] => [...lines, ...tieLines];

/** The line that gave an operand its value, if there is one. */
function origin(derivation: Derivation, operand: Line['operands'][number], reader: Line): Line | undefined {
  const { of } = operand;
  const step = derivation.steps.find(({ id }) => id === reader.step);
  const lines = allLines(derivation);
  if (of.what === 'column') return lines.find((line) => line.step === of.column && line.at === null);
  if (of.what === 'item')
    return lines.find((line) => line.step === of.column && line.at?.what === 'item' && line.at.item === of.item);
  if (of.what !== 'judge' || step === undefined || !('of' in step)) return undefined;
  return lines.find((line) => line.step === step.of && line.at?.what === 'judge' && line.at.judge === of.judge);
}

describe('a derivation', () => {
  it('[R-EXPLAIN] recomputes to the result, line by line, from what it tells alone', () => {
    fc.assert(
      fc.property(scoredEvents(), (event) => {
        for (const { derivation, score } of explained(event)) {
          for (const line of allLines(derivation)) {
            const value = worked(line, derivation.steps, derivation.entry);
            if (line.value === null) expect(value).toBeNull();
            else if (value === null || !isSame(value, exactly(line.value.exact)))
              throw new Error(`another value: ${JSON.stringify(line)}`);
          }
          const last = derivation.lines.filter(({ step }) => step === derivation.column).at(-1);
          expect(last?.value?.shown).toBe(score);
          expect(derivation.result?.shown).toBe(score);
        }
      }),
      tried(600),
    );
  });

  it('hangs together: what a line reads is what an earlier line gave', () => {
    fc.assert(
      fc.property(scoredEvents(), (event) => {
        for (const { derivation } of explained(event))
          for (const [index, line] of allLines(derivation).entries())
            for (const operand of line.operands) {
              const from = origin(derivation, operand, line);
              if (from === undefined || operand.value === null) continue;
              expect(allLines(derivation).indexOf(from)).toBeLessThan(index);
              expect(operand.value.exact).toBe(from.value?.exact);
            }
      }),
      tried(300),
    );
  });

  it('never hides a rounding and leaves out only steps that changed nothing', () => {
    fc.assert(
      fc.property(scoredEvents(), (event) => {
        const { definition, field } = scoreEvent(event);
        for (const { derivation } of explained(event)) {
          const at = field.entries.findIndex((id) => id === derivation.entry);
          for (const step of field.evaluation.rule.steps) {
            if (!('decimals' in step) || step.decimals === undefined) continue;
            const cell = field.evaluation.cell(step.id, at);
            if (cell.form !== 'number' || cell.value === null || step.kind !== 'round') continue;
            const before = field.evaluation.cell(step.of, at);
            const isChanged =
              before.form === 'number' && before.value && formatExact(before.value) !== formatExact(cell.value);
            if (isChanged) expect(derivation.lines.some((line) => line.step === step.id)).toBe(true);
          }
          expect(definition.rules.decimals).toBe(derivation.lines.at(-1)?.roundedTo);
        }
      }),
      tried(200),
    );
  });

  it('tells the tie-breakers as they were asked, with the figures that decided', () => {
    fc.assert(
      fc.property(scoredEvents(), fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }), (drawn, rolls) => {
        for (const { derivation, rank } of explained(withDecisions(drawn, rolls))) {
          const { placing } = derivation;
          expect(placing?.place).toBe(String(rank));
          if (placing?.decidedBy != null)
            expect(placing.questions.some((q) => q.position === placing.decidedBy && (q.groups?.length ?? 0) > 1)).toBe(
              true,
            );
          for (const { tied, groups, prefer, asked } of placing?.questions ?? []) {
            expect(tied.length).toBeGreaterThan(1);
            if (groups === null || prefer === null) continue;
            const figuresOf = (entry: string) => tied.find((one) => one.entry === entry)?.figures ?? [];
            const order = (a: string, b: string): number => {
              const [left, right] = [figuresOf(a), figuresOf(b)];
              const at = left.findIndex((figure, index) => figure.exact !== right[index]?.exact);
              if (at < 0) return 0;
              const isLower = isLess(exactly(left[at]?.exact ?? '0'), exactly(right[at]?.exact ?? '0'));
              return isLower === (prefer === 'lowest') ? -1 : 1;
            };
            groups.forEach((group, index) => {
              for (const entry of group) {
                for (const other of group) expect([asked.kind, order(entry, other)]).toEqual([asked.kind, 0]);
                for (const other of groups[index + 1] ?? []) expect(order(entry, other)).toBeLessThan(0);
              }
            });
          }
        }
      }),
      tried(400),
    );
  });

  it('is plain data that a file can hold', () => {
    fc.assert(
      fc.property(scoredEvents(), (event) => {
        for (const { derivation } of explained(event))
          expect(JSON.parse(JSON.stringify(derivation))).toEqual(derivation);
      }),
      tried(100),
    );
  });
});
