// The result of a contest of the engine as JSON: the places, and every step's cell for every entry.
import { formatExact, type Rational } from '#domain/numbers.ts';
import type { Cell, PanelWorking } from '#domain/rules/cell.ts';
import type { Contest } from '#domain/rules/contest.ts';
import { evaluate } from '#domain/rules/evaluate.ts';
import { judgeCount, valueOf } from '#domain/rules/panel.ts';
import { rank } from '#domain/rules/rank.ts';
import type { Rule } from '#domain/rules/rule.ts';
import { noteJson } from './note-json.ts';

const exact = (value: Rational | null): string | null => value && formatExact(value);

function fatesJson(panel: PanelWorking | null, judges: readonly string[]) {
  return (
    panel &&
    panel.judges.map((judge, at) => ({ judge: judges[judge] ?? judge, fate: panel.fates.get(at) ?? 'counted' }))
  );
}

function cellJson(cell: Cell): unknown {
  const judges = cell.table?.judges ?? [];
  switch (cell.form) {
    case 'marks':
      return null;
    case 'judges': {
      const { values, notes } = cell;
      const all = Array.from({ length: judgeCount(values) }, (_, judge) => exact(valueOf(values, judge)));
      return { judges: all, notes: notes.map((note) => noteJson(note, judges)) };
    }
    case 'list':
      return {
        items: cell.values.map(exact),
        ...(cell.panels && { panels: cell.panels.map((panel) => fatesJson(panel, judges)) }),
      };
    case 'number':
      return {
        value: exact(cell.value),
        ...(cell.panel && { panel: fatesJson(cell.panel, judges) }),
        notes: cell.notes.map((note) => noteJson(note, judges)),
      };
  }
}

export function contestJson(rule: Rule, contest: Contest): object {
  const evaluation = evaluate(rule, contest);
  const { placed, unplaced } = rank(evaluation);
  const steps = (entry: number) =>
    Object.fromEntries(rule.steps.map(({ id }) => [id, cellJson(evaluation.cell(id, entry))]));
  const { by, published = by, ties } = rule.ranking;
  const shown = (entry: number) => {
    const cell = evaluation.cell(published, entry);
    return cell.form === 'number' ? exact(cell.value) : null;
  };
  return {
    format: 'liangfen-contest-result/1',
    ranking: placed.map(({ entry, place, isShared, decidedBy }) => ({
      place: formatExact(place),
      isShared,
      decidedBy: decidedBy === null ? null : { step: decidedBy, kind: ties[decidedBy]?.kind ?? null },
      entry: contest.entries[entry]?.id ?? '',
      score: shown(entry),
      steps: steps(entry),
    })),
    withoutPlace: unplaced.map((entry) => ({ entry: contest.entries[entry]?.id ?? '', steps: steps(entry) })),
  };
}
