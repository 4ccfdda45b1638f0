/** What a cell's number is shown as: a date and a percentage are plain numbers in the file, told apart by this alone. */
export type Shown = "number" | "date" | "percentage";

const DATES = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57];

/** By the number of a format, and by its code where the workbook brings its own. */
export function shownAs(id: number, code: string | undefined): Shown {
  if (code === undefined) return DATES.includes(id) ? "date" : id === 9 || id === 10 ? "percentage" : "number";
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  if (bare.includes("%")) return "percentage";
  return /[dmyhs]/i.test(bare.replace(/general/gi, "")) ? "date" : "number";
}
