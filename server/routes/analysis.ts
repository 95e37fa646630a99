// The analysis for the chief judge: computed when the operator asks for it, from the moment of asking, in slices between which
// judges' scores go their way. It is an answer to the operator's session only and is pushed to nobody.
import { setImmediate as turn } from 'node:timers/promises';
import { analysisInSlices } from '#domain/analysis/analysis.ts';
import type { Analysis } from '#domain/analysis/analysis-view.ts';
import type { Work } from '#domain/analysis/work.ts';
import type { FinalState } from '#domain/state.ts';
import type { AnalysisDocument } from '#protocol/http.ts';
import { sendProblem } from '../problem.ts';
import { sessionOf, type Services, type Web } from '../web.ts';

/** One slice per turn of the event loop. */
async function inTurns<T>(work: Work<T>): Promise<T> {
  for (;;) {
    const slice = work.next();
    if (slice.done === true) return slice.value;
    await turn();
  }
}

export function analysisRoutes(web: Web, services: Services): void {
  const { event } = services;
  // Two consoles that ask about the same moment share the work; of different moments one is computed after the other.
  const asked = new WeakMap<FinalState, Promise<Analysis | null>>();
  let before: Promise<unknown> = Promise.resolve();

  function analysisAt(state: FinalState): Promise<Analysis | null> {
    let answer = asked.get(state);
    if (answer === undefined) {
      answer = before.then(() => inTurns(analysisInSlices(state)));
      asked.set(state, answer);
      before = answer.catch(() => null);
    }
    return answer;
  }

  web.get('/api/analysis.json', async (request, reply) => {
    if (sessionOf(services, request, reply, 'operator') === null) return reply;
    const { epoch, seq, headHash: hash, state } = event;
    const analysis = await analysisAt(state);
    if (analysis === null) return sendProblem(reply, 404, 'results.not-ready');
    const journal = { epoch, seq, hash };
    return reply
      .header('cache-control', 'no-store')
      .send({ ...analysis, takenAt: services.clock.now(), journal } satisfies AnalysisDocument);
  });
}
