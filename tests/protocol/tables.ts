// The parts of docs/protocol.md that are made from the code: the commands with their fields, every code with its
// sentences, and the shapes of answers and views. The test beside this keeps the document equal to them.
import { readFileSync } from 'node:fs';
import type { TSchema } from 'typebox';
import { commandSchemas, SceneSchema, type CommandType } from '#domain/commands.ts';
import { EventDefinitionSchema } from '#domain/definition.ts';
import { idPattern } from '#domain/ids.ts';
import { decimalPattern } from '#domain/numbers.ts';
import { REFUSAL_CODES } from '#domain/refusals.ts';
import { audience } from '#domain/roles/audience.ts';
import { judge } from '#domain/roles/judge.ts';
import { TextSchema } from '#domain/text.ts';
import { refusalWording } from '#domain/wording/refusals.ts';
import { VOTE_REFUSALS } from '#protocol/hall.ts';
import { serverWording, type HttpCode } from '#protocol/wording.ts';

/** What each command asks for, in one sentence. */
const meanings: { readonly [Type in CommandType]: string } = {
  'event.define': 'Replace the event definition, before the event begins.',
  'rules.confirm': 'Confirm that the check of the rules as they stand has been read; needed before the event begins.',
  'event.start': 'Begin the event.',
  'event.return-to-set-up': 'Go back to set-up, as long as nobody has scored.',
  'event.end': 'End the event after publication.',
  'event.reopen': 'Open an ended event again.',
  'judge.amend': 'Put a judge’s name right; a title left out is removed.',
  'entry.amend': 'Put an entry’s names right; a unit field left out is removed.',
  'order.draw': 'Draw the order by lot, before anybody has been on stage.',
  'order.set': 'Enter the order, every entry once; during the day with a reason.',
  'stage.call': 'Call an entry to the stage.',
  'stage.clear': 'Clear the stage.',
  'scoring.open': 'Open scoring for entries that are or were on stage.',
  'scoring.close': 'Close scoring when no judge is outstanding.',
  'scoring.reopen': 'Open closed scoring again.',
  'scene.preview': 'Prepare a scene unseen by the hall.',
  'scene.show': 'Show a scene to the hall.',
  'scene.take': 'Show the prepared scene.',
  'pointer.undo': 'Take back the newest move of pointers.',
  'timer.start': 'Start the time of a segment; a running one is stopped.',
  'timer.pause': 'Pause the time.',
  'timer.resume': 'Go on.',
  'timer.correct': 'Give more (positive) or less time.',
  'timer.stop': 'Stop the time for good.',
  'sheet.return': 'Return a submitted sheet for re-scoring.',
  'sheet.mark-absent': 'The judge is not there for these entries.',
  'sheet.recuse': 'The judge must not score these entries.',
  'sheet.reinstate': 'Take absence or recusal back.',
  'sheet.enter-from-paper': 'Enter a signed sheet; `baseVersion` is the version the operator looked at.',
  'held.admit': 'Count a score that came too late or was found later; `receipt` says which of several.',
  'held.dismiss': 'Do not count it.',
  'judge.remind': 'Remind outstanding judges of an entry.',
  'help.clear': 'The judge has been helped.',
  'entry.remove': 'The entry leaves the competition.',
  'entry.reinstate': 'It is back.',
  'deduction.add':
    'Take points off, or add a bonus, given as a positive number; with a cause it answers the proposal that is due.',
  'deduction.dismiss': 'Take nothing off for the time used.',
  'deduction.withdraw': 'A deduction or bonus no longer counts.',
  'figures.enter':
    'Record figures of a part beside the panel; `baseVersion` is how often each had been recorded. Replacing one needs a reason.',
  'poll.open':
    'Open a poll of the definition, about one entry where it is about one; with codes only when some have been issued.',
  'poll.close': 'Close it; what arrives within a second still counts, then the ballot box is sealed.',
  'poll.void': 'Declare it void, whatever it was; both holdings are kept, figures it gave are taken back.',
  'poll.reveal': 'Show the counted result to the hall.',
  'poll.count-by-hand': 'A teller’s count of a poll without phones.',
  'poll.confirm-count': 'A second person’s own count; it stands when both are the same.',
  'ballots.issue': 'Written by the server when it makes a batch of codes; refused on the socket.',
  'ballots.revoke': 'These ballots count no more.',
  'poll.expire': 'Written by the server when a poll’s time is over; refused on the socket.',
  'poll.seal': 'Written by the server when the ballot box has been sealed; refused on the socket.',
  'outlier.let-stand': 'Let a total far from the other judges’ stand, for that version of the sheet.',
  'result.check': 'Confirm a complete result.',
  'result.reveal': 'Show a result to the hall.',
  'result.correct': 'Open a shown result for correction; it is hidden until revealed again.',
  'tie.decide': 'Record the panel’s decision on equal entries, best first; may be decided anew.',
  'ceremony.begin': 'Fix the places and begin the award ceremony.',
  'ceremony.unveil': 'Unveil the next place, from the last to the first.',
  'ceremony.cancel': 'Cancel the ceremony.',
  'result.publish': 'Publish the ranking.',
  'result.withdraw': 'Withdraw the publication.',
  'screen.pair': 'Name a big screen: from now on it shows the hall’s scene.',
  'screen.forget': 'Forget a screen.',
  'hall.set-locale': 'The language of the big screen.',
  'spares.name': 'Say which computers go on, should this one break: the whole list of their addresses.',
  'seat.join': 'Written by the server when a device joins; refused on the socket.',
  'score.submit': 'Hand in a sheet; `baseVersion` is the last version the judge has seen (0 for none).',
  'score.offer':
    'Offer what a device still held when it had lost its seat, or from before a restore; the operator decides about it.',
  'score.take-back': 'Take the own submitted sheet back while scoring is open.',
  'help.call': 'Call for help.',
  'help.cancel': 'Needed no more.',
};

interface Shape {
  readonly pattern?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

function typeOf(schema: Shape): string {
  const known: readonly (readonly [unknown, string])[] = [
    [SceneSchema, 'Scene'],
    [TextSchema, 'Text'],
    [EventDefinitionSchema, 'EventDefinition'],
  ];
  const name = known.find(([shape]) => JSON.stringify(shape) === JSON.stringify(schema))?.[1];
  if (name !== undefined) return name;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' \\| ');
  if (schema.type === 'array') return `[${typeOf(schema.items ?? {})}]`;
  if (schema.type === 'object') return `{ ${fieldsOf(schema).join(', ')} }`;
  if (schema.type === 'integer') return `integer ${schema.minimum ?? '−∞'}…${schema.maximum ?? ''}`;
  if (schema.pattern === idPattern) return 'id';
  if (schema.pattern === decimalPattern) return 'decimal';
  if (schema.type === 'string') return `text ${schema.minLength ?? 0}…${schema.maxLength ?? ''}`;
  return schema.type ?? 'anything';
}

function fieldsOf({ properties = {}, required = [] }: Shape): readonly string[] {
  return Object.entries(properties)
    .filter(([name]) => name !== 'type')
    .map(([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`);
}

function commandTable(): string {
  const rows = Object.entries(commandSchemas as Readonly<Record<string, TSchema>>).map(([type, schema]) => {
    const isOf = (may: readonly string[]) => may.includes(type);
    const who = isOf(judge.may) ? 'judge' : isOf(audience.may) ? 'ballot box' : 'operator';
    const fields = fieldsOf(schema as Shape).map(
      (field) => `\`${field.replaceAll('\\|', '|').replaceAll('|', '\\|')}\``,
    );
    return `| \`${type}\` | ${who} | ${fields.join('<br>')} | ${meanings[type as CommandType]} |`;
  });
  return ['| type | from | fields | asks |', '|---|---|---|---|', ...rows].join('\n');
}

const codeTable = (codes: readonly string[], wording: Readonly<Record<string, { zh: string; en: string }>>): string =>
  [
    '| code | meaning | 中文 |',
    '|---|---|---|',
    ...codes.map((code) => `| \`${code}\` | ${wording[code]?.en} | ${wording[code]?.zh} |`),
  ].join('\n');

/** Types as they stand in the source, as plain shapes: without imports, file comments and the words of the language. */
function shapes(file: string, ...names: readonly string[]): string {
  const source = readFileSync(file, 'utf8')
    .replace(/^(?:\/\/.*\n)+/, '')
    .replace(/^import[\s\S]*?;\n/gm, '');
  const wanted = source.split(/\n(?=(?:\/\*\*|export ))/).reduce<string[]>((blocks, block) => {
    const comment = blocks.at(-1);
    return comment?.startsWith('/**') && !comment.includes('export ')
      ? [...blocks.slice(0, -1), `${comment}\n${block}`]
      : [...blocks, block];
  }, []);
  return wanted
    .map((block) => ({ block, name: /^export (?:interface|type) (\w+)/m.exec(block)?.[1] }))
    .filter(({ name }) => name !== undefined && (names.length === 0 || names.includes(name)))
    .map(({ block }) =>
      (block.split(/\n(?=(?:const|function|export const|export function) )/)[0] ?? '')
        .trim()
        .replaceAll('export ', '')
        .replaceAll('readonly ', ''),
    )
    .join('\n\n');
}

const typescript = (...parts: readonly string[]) => ['```ts', parts.join('\n\n'), '```'].join('\n');

/** Every made part by its name in the document. */
export const parts: Readonly<Record<string, () => string>> = {
  commands: commandTable,
  refusals: () => codeTable(REFUSAL_CODES, refusalWording),
  'server codes': () => codeTable((Object.keys(serverWording) as HttpCode[]).sort(), serverWording),
  messages: () => typescript(shapes('protocol/messages.ts', 'Answer', 'ViewMessage', 'Presence', 'ScreenMessage')),
  stage: () =>
    typescript(
      shapes('domain/text.ts', 'Locale'),
      'interface Text {\n  zh?: string;\n  en?: string;\n}',
      shapes('domain/timer.ts', 'Timer'),
      shapes('domain/deduction-rules/time-cause.ts', 'TimeCause'),
      shapes('domain/stage-view.ts'),
    ),
  judge: () => typescript(shapes('domain/state.ts', 'SheetStatus'), shapes('domain/roles/judge-view.ts')),
  operator: () =>
    typescript(
      shapes('domain/roles/operator-view.ts'),
      shapes('domain/state.ts', 'EntryStatus', 'TieDecision'),
      shapes('domain/next-action.ts'),
      shapes('domain/problems/codes.ts', 'DefinitionProblem'),
      shapes('domain/due-proposal.ts', 'DueProposal'),
      shapes('domain/deduction-rules/proposed-deduction.ts', 'TimeDeduction', 'TimeStep'),
      shapes('domain/feed.ts', 'FeedLine'),
    ),
  cue: () => typescript(shapes('domain/roles/cue-view.ts')),
  audience: () =>
    typescript(shapes('domain/roles/audience-view.ts'), shapes('domain/voting/poll-view.ts', 'PollView', 'PollResult')),
  hall: () =>
    typescript(
      shapes('protocol/hall.ts', 'VoteAnswer', 'CastVote', 'MineAnswer'),
      `type VoteRefusal =\n${VOTE_REFUSALS.map((code) => `  | '${code}'`).join('\n')};`,
      shapes('domain/voting/live-votes.ts'),
    ),
};

/** The document with every made part as the code has it now. @throws when a part has no place in it. */
export function withParts(document: string): string {
  return Object.entries(parts).reduce((text, [name, make]) => {
    const [begin, end] = [`<!-- made: ${name} -->`, '<!-- /made -->'];
    const from = text.indexOf(begin);
    const to = text.indexOf(end, from);
    if (from < 0 || to < 0) throw new Error(`docs/protocol.md has no place for "${name}"`);
    return `${text.slice(0, from + begin.length)}\n\n${make()}\n\n${text.slice(to)}`;
  }, document);
}
