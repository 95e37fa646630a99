// Every topic of the rulebook with its table: a new topic is added here, and whoever needs all of them has it.
import type { Case } from '#tests/kit/given.ts';
import { continuity } from './continuity.ts';
import { foundLater } from './found.ts';
import { hall } from './hall.ts';
import { programme } from './programme.ts';
import { keepingTime } from './keeping-time.ts';
import { partsTopic } from './parts.ts';
import { leaving } from './leaving.ts';
import { revealing } from './revealing.ts';
import { settling } from './settling.ts';
import { scoring } from './scoring.ts';
import { setUp } from './set-up.ts';
import { voting } from './voting.ts';

export const topics: readonly (readonly [string, readonly Case[]])[] = [
  ['set-up', setUp],
  ['the programme', programme],
  ['scoring', scoring],
  ['found later', foundLater],
  ['leaving and losing points', leaving],
  ['keeping time', keepingTime],
  ['parts of a score', partsTopic],
  ['revealing', revealing],
  ['settling', settling],
  ['the hall', hall],
  ['the hall votes', voting],
  ['going on elsewhere', continuity],
];
