// The registry of presets, in the order in which they are offered.
import { ballroom } from './ballroom.ts';
import { communityFinal } from './community-final.ts';
import { duel } from './duel.ts';
import { expertsAndPublic } from './experts-and-public.ts';
import { experts } from './experts.ts';
import { juryAndTelevote } from './jury-and-televote.ts';
import { music } from './music.ts';
import { pointsSport } from './points-sport.ts';
import type { Preset } from './preset.ts';
import { rankedBallots } from './ranked-ballots.ts';
import { roadshow } from './roadshow.ts';
import { singing } from './singing.ts';
import { skit } from './skit.ts';
import { speech } from './speech.ts';
import { starBallots } from './star-ballots.ts';
import { strict } from './strict.ts';

export const presets: readonly Preset[] = [
  communityFinal,
  roadshow,
  speech,
  singing,
  skit,
  strict,
  experts,
  expertsAndPublic,
  juryAndTelevote,
  music,
  ballroom,
  pointsSport,
  duel,
  rankedBallots,
  starBallots,
];
