// A scored event played as a day: what stands in the file is done by commands, as the people in the hall would do it.
import type { ScoredEvent } from '#domain/scored-event/scored-event.ts';
import { definitionOf } from '#domain/scored-event/lives.ts';
import { decimal } from './example-event.ts';
import { startedFinal, type Final } from './final.ts';

/** The same event as a day: everything in the file is done by commands, in running order. */
export function played(event: ScoredEvent): Final {
  const final = startedFinal({ ...definitionOf(event), segments: [] });
  final.run({ type: 'order.set', order: event.order ?? [], reason: '示例原因' });
  for (const entry of event.order ?? []) {
    final.run({ type: 'stage.call', entry }, { type: 'scoring.open', entries: [entry] });
    for (const { entry: of, seat, marks, state } of event.sheets) {
      if (of !== entry) continue;
      if (state !== undefined || marks === undefined)
        final.run({
          type: state === 'recused' ? 'sheet.recuse' : 'sheet.mark-absent',
          seat,
          entries: [entry],
          reason: '示例原因',
        });
      else
        final.tell(
          { role: 'judge', seat },
          {
            type: 'score.submit',
            entry,
            baseVersion: 0,
            remark: '',
            marks: event.criteria.map(({ id }, item) => ({ criterion: id, mark: marks[item] ?? decimal('0') })),
          },
        );
    }
    for (const { entry: of, points } of event.deductions ?? [])
      if (of === entry) final.run({ type: 'deduction.add', entry, points, reason: '示例原因' });
    // Refused as long as somebody is outstanding, or nobody has scored: then the entry has no result here either.
    final.ask({ role: 'operator' }, { type: 'scoring.close', entry });
  }
  return final;
}
