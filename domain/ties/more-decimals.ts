// The exact value behind the published one decides: "compute one more decimal, and so on". [T-DECIMALS]
import type { TieValue } from './tie-breaker.ts';

export const byMoreDecimals: TieValue = (result) => result.final;
