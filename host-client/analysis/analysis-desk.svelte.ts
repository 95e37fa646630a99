// Fetches the analysis and keeps the newest one: asked for when the panel opens and again whenever the results have changed. What
// is on the screen stays there until the next one has come.
import type { AnalysisDocument } from '#protocol/http.ts';
import { askServer, type Answer } from '../ask-server.ts';

type Problem = Extract<Answer<unknown>, { ok: false }>['because'];

export class AnalysisDesk {
  analysis = $state.raw<AnalysisDocument | null>(null);
  problem = $state<Problem | null>(null);
  isLoading = $state(false);
  private newest = 0;

  async load(): Promise<void> {
    const own = (this.newest += 1);
    this.isLoading = true;
    const answer = await askServer<AnalysisDocument>('/api/analysis.json');
    // An answer to an older question is not shown over a newer one.
    if (own !== this.newest) return;
    this.isLoading = false;
    this.problem = answer.ok ? null : answer.because;
    if (answer.ok) this.analysis = answer.value;
  }
}
