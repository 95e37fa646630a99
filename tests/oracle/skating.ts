// The skating system by hand, in halves that a binary number holds exactly: one long key per couple, then sorting.
/** `given[dance][couple][judge]`. Places as sorting by keys: the column of the majority, then minus count and sum of every column from there on. */
export function skatingByHand(given: readonly (readonly (readonly number[])[])[]) {
  const couples = given[0]?.length ?? 0;
  const byKey = (a: readonly number[], b: readonly number[]) =>
    a.map((part, place) => part - (b[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
  const counted = (values: readonly number[], limit: number) => {
    const own = values.filter((value) => value <= limit);
    return [-own.length, own.reduce((total, value) => total + value, 0)];
  };
  const key = (marks: readonly number[], from: number) => {
    const columns = Array.from({ length: couples }, (_, column) => column + 1).filter((column) => column >= from);
    const reached = columns.find((column) => 2 * marks.filter((mark) => mark <= column).length > marks.length) ?? 0;
    const rest = columns.filter((column) => column >= reached).flatMap((column) => counted(marks, column));
    return [reached, ...rest, ...columns.flatMap(() => [0, 0])];
  };
  const dances = given.map((dance) => {
    const keys = dance.map((marks) => key(marks, 1));
    return keys.map((own) => {
      const [less, equal] = [keys.filter((k) => byKey(k, own) < 0), keys.filter((k) => byKey(k, own) === 0)];
      return less.length + (equal.length + 1) / 2;
    });
  });
  const overall = Array.from({ length: couples }, () => 0);
  const least = (set: readonly number[], keyOf: (couple: number) => readonly number[]) =>
    set.filter((couple) => set.every((other) => byKey(keyOf(couple), keyOf(other)) <= 0));
  const placesOf = (couple: number) => dances.map((dance) => dance[couple] ?? 0);
  const award = (set: readonly number[], place: number): void => {
    if (set.length === 0) return;
    const ahead = least(set, (couple) => counted(placesOf(couple), place));
    const winners = least(ahead, (couple) =>
      key(
        given.flatMap((dance) => dance[couple] ?? []),
        place,
      ),
    );
    for (const couple of winners) overall[couple] = place + (winners.length - 1) / 2;
    award(
      ahead.filter((couple) => !winners.includes(couple)),
      place + winners.length,
    );
    award(
      set.filter((couple) => !ahead.includes(couple)),
      place + ahead.length,
    );
  };
  const totals = overall.map((_, couple) => placesOf(couple).reduce((total, place) => total + place, 0));
  for (const total of new Set(totals)) {
    award(
      [...totals.keys()].filter((couple) => totals[couple] === total),
      1 + totals.filter((other) => other < total).length,
    );
  }
  return { dances, overall };
}
