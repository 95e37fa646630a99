// What is promised, one sentence each; those that do not apply to the product as it is say why.
export interface Invariant {
  readonly id: string;
  readonly promise: string;
  readonly missing?: string;
}

export const invariants: readonly Invariant[] = [
  { id: 'I1', promise: 'what was acknowledged is in the journal, with its number and content, also after a power cut' },
  { id: 'I2', promise: 'nothing is there twice; a sheet has one score in force' },
  { id: 'I3', promise: 'nothing is there that nobody asked for, or that a fenced-off device asked for' },
  { id: 'I4', promise: 'numbers are dense; what a device did later stands later' },
  { id: 'I5', promise: 'the same operation is always given the same answer, also after a new start' },
  { id: 'I6', promise: 'what came in time counts, what came late is held, and the device was told which' },
  { id: 'I7', promise: 'console, wall, phone, exported file and a server started again show what the journal gives' },
  { id: 'I8', promise: 'every frame of every display is the journal at its number, and none goes back' },
  { id: 'I9', promise: 'after quiet all displays show the end by themselves' },
  { id: 'I10', promise: 'the chain holds, and with it every head ever told; a power cut leaves a prefix of it' },
  { id: 'I11', promise: 'other content under a known operation is refused' },
  { id: 'I12', promise: 'no step of the show is skipped, repeated, or obeyed twice for one picture of the programme' },
  { id: 'I13', promise: 'no display is sent a number before it is revealed' },
  { id: 'I14', promise: 'memory stays bounded although displays do not read' },
  { id: 'I15', promise: 'the server is back soon after a kill' },
  { id: 'I16', promise: 'what was refused has not happened; "try again" works later, unchanged' },
  { id: 'I17', promise: 'results are exact: recomputed with big integers they are equal' },
  {
    id: 'I18',
    promise: 'no change after closing without two persons',
    missing: 'Liangfen has one operator; every such change is a fact with a reason instead',
  },
];
