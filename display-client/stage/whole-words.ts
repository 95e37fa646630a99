// Which characters of a Chinese title stay together when a line ends: the words of the browser's own dictionary, and a
// short quotation. A hall should never read 社 on one line and 区 on the next.
const longestKept = 7;
/** Null in a browser without a dictionary (Firefox before 125): titles then break anywhere, and the page still loads. */
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

export interface Run {
  readonly text: string;
  /** Whether no line may end inside. */
  readonly isWhole: boolean;
}

const isChinese = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

function words(text: string): readonly Run[] {
  const runs: Run[] = [];
  const segments = segmenter === null ? [text] : Array.from(segmenter.segment(text), ({ segment }) => segment);
  for (const segment of segments) {
    const last = runs.at(-1);
    if (isChinese(segment) && segment.length > 1 && segment.length <= longestKept)
      runs.push({ text: segment, isWhole: true });
    else if (last?.isWhole === false) runs[runs.length - 1] = { text: last.text + segment, isWhole: false };
    else runs.push({ text: segment, isWhole: false });
  }
  return runs;
}

/** The title in pieces, in order and complete. */
export const wholeWords = (text: string): readonly Run[] =>
  text
    .split(/(“[^“”]{1,5}”)/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => (/^“[^“”]{1,5}”$/.test(piece) ? [{ text: piece, isWhole: true }] : words(piece)));

/** Pieces between which a line may end: whole words, single characters, Latin words; closing marks stay with what they close. */
export const unbreakable = (text: string): readonly string[] =>
  wholeWords(text)
    .flatMap(({ text: run, isWhole }) => (isWhole ? [run] : (run.match(/[\u0021-\u024f]+-?|[^\u0021-\u024f]/gu) ?? [])))
    .reduce<string[]>((pieces, piece) => {
      const last = pieces.at(-1);
      if (last !== undefined && (/^[，。：；、！？”’》）· ]/.test(piece) || /[“‘《（]$/.test(last)))
        pieces[pieces.length - 1] = last + piece;
      else pieces.push(piece);
      return pieces;
    }, []);
