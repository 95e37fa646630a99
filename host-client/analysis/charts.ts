// The three charts of the analysis, drawn by Observable Plot. Loaded only when the panel is open. They draw figures that the
// domain computed, boxes included, and compute none; the tables below them hold the same figures as text.
import * as Plot from '@observablehq/plot';
import type { Analysis } from '#domain/analysis/analysis-view.ts';
import type { AnalysisSpeaker } from './analysis-speaker.ts';
import { axisLabel, labelRoom, look, position, positionOf } from './chart-data.ts';

export type Chart = SVGSVGElement | HTMLElement;
export type ChartName = 'marks' | 'severity' | 'places';
type Draw = (analysis: Analysis, speaker: AnalysisSpeaker, width: number) => Chart;

/** Each judge's totals as dots over a box. */
const marks: Draw = ({ judges }, speaker, width) => {
  const labels = judges.map(({ seat }) => axisLabel(speaker.judgeShort(seat)));
  const boxes = judges.flatMap(({ box }, at) => (box === null ? [] : [{ label: labels[at], ...box }]));
  const dots = judges.flatMap(({ totals }, at) =>
    totals.flatMap((total) => (total === null ? [] : [{ label: labels[at], at: position(total) }])),
  );
  type Boxed = (typeof boxes)[number];
  const y = 'label';
  return Plot.plot({
    ...look(labels.length, 30, width),
    marginLeft: labelRoom(labels),
    x: { label: speaker.say('axisTotal'), labelArrow: 'none', grid: true, nice: true, inset: 8 },
    y: { domain: labels, label: null, tickSize: 0, padding: 0.35 },
    marks: [
      Plot.ruleY(boxes, {
        y,
        x1: (box: Boxed) => positionOf(box.lowest),
        x2: (box: Boxed) => positionOf(box.highest),
        stroke: 'var(--t3)',
      }),
      Plot.barX(boxes, {
        y,
        x1: (box: Boxed) => positionOf(box.lowerQuartile),
        x2: (box: Boxed) => positionOf(box.upperQuartile),
        fill: 'var(--analysis-box)',
        stroke: 'var(--t3)',
      }),
      Plot.dot(dots, { x: 'at', y, r: 3, fill: 'var(--analysis-mark)', fillOpacity: 0.8 }),
      Plot.tickX(boxes, {
        y,
        x: (box: Boxed) => positionOf(box.median),
        stroke: 'var(--t1)',
        strokeWidth: 2.5,
      }),
    ],
  });
};

/** Each judge's severity with three standard errors to either side; the unusual ones have a shape of their own. */
const severity: Draw = ({ judges }, speaker, width) => {
  const labels = judges.map(({ seat }) => axisLabel(speaker.judgeShort(seat)));
  const drawn = judges.map((judge, at) => ({
    label: labels[at],
    at: positionOf(judge.severity),
    low: positionOf(judge.interval.low),
    high: positionOf(judge.interval.high),
    isUnusual: judge.unusual.length > 0,
  }));
  type Drawn = (typeof drawn)[number];
  const y = 'label';
  const usual = drawn.filter((judge) => !judge.isUnusual);
  const unusual = drawn.filter((judge) => judge.isUnusual);
  const colour = (judge: Drawn) => (judge.isUnusual ? 'var(--analysis-alert)' : 'var(--analysis-mark)');
  return Plot.plot({
    ...look(labels.length, 28, width),
    marginLeft: labelRoom(labels),
    x: { label: speaker.say('axisSeverity'), labelArrow: 'none', grid: true, nice: true, inset: 8 },
    y: { domain: labels, label: null, tickSize: 0, type: 'point' },
    marks: [
      Plot.ruleX([0], { stroke: 'var(--t2)' }),
      ...drawn
        .filter((judge) => judge.low !== null)
        .map((judge) =>
          Plot.ruleY([judge], { y, x1: 'low', x2: 'high', stroke: colour(judge), strokeWidth: 3, strokeOpacity: 0.8 }),
        ),
      Plot.dot(usual, { x: 'at', y, r: 5, fill: 'var(--analysis-mark)' }),
      Plot.dot(unusual, {
        x: 'at',
        y,
        r: 7,
        symbol: 'diamond',
        fill: 'var(--analysis-ground)',
        stroke: 'var(--analysis-alert)',
        strokeWidth: 2.5,
      }),
    ],
  });
};

/** Each entry's official rank over its two ranges, and the cut line. */
const places: Draw = ({ entries, cutLine }, speaker, width) => {
  const labels = entries.map(({ entry }) => axisLabel(speaker.entry(entry.id)));
  const drawn = entries.map(({ rank, withoutJudge, otherRules }, at) => ({
    label: labels[at],
    rank,
    best: withoutJudge.best,
    worst: withoutJudge.worst,
    otherBest: otherRules.best,
    otherWorst: otherRules.worst,
  }));
  const y = 'label';
  const furthest = Math.max(1, ...drawn.flatMap((entry) => [entry.worst, entry.otherWorst]));
  return Plot.plot({
    ...look(labels.length, 24, width),
    marginLeft: labelRoom(labels),
    x: {
      label: speaker.say('axisPlace'),
      labelArrow: 'none',
      grid: true,
      domain: [0.5, furthest + 0.5],
      tickFormat: String,
      ticks: Plot.numberInterval(furthest > 30 ? 5 : furthest > 15 ? 2 : 1).range(1, furthest + 1),
    },
    y: { domain: labels, label: null, tickSize: 0, type: 'point' },
    marks: [
      ...(cutLine !== null && cutLine < furthest
        ? [Plot.ruleX([cutLine + 0.5], { stroke: 'var(--analysis-alert)', strokeWidth: 2, strokeDasharray: '5 4' })]
        : []),
      Plot.ruleY(drawn, { y, x1: 'otherBest', x2: 'otherWorst', stroke: 'var(--t2)', strokeWidth: 2 }),
      Plot.ruleY(drawn, {
        y,
        x1: 'best',
        x2: 'worst',
        stroke: 'var(--analysis-mark)',
        strokeWidth: 9,
        strokeOpacity: 0.55,
        strokeLinecap: 'round',
      }),
      Plot.dot(drawn, { x: 'rank', y, r: 4.5, fill: 'var(--t1)' }),
    ],
  });
};

/** The library names the parts of its drawings in English; the chart as a whole has a name and a description of its own. */
const named =
  (draw: Draw): Draw =>
  (analysis, speaker, width) => {
    const chart = draw(analysis, speaker, width);
    for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    return chart;
  };

export const charts: { readonly [N in ChartName]: Draw } = {
  marks: named(marks),
  severity: named(severity),
  places: named(places),
};
