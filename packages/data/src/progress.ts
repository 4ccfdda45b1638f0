/** Where reading stands: rows as they pass, then rows of all that there are, then which metric of how many is worked out. */
export type Progress =
  | { readonly doing: "reading"; readonly source: string; readonly rows: number }
  | { readonly doing: "checking"; readonly source: string; readonly rows: number; readonly of: number }
  | { readonly doing: "measuring"; readonly source: string; readonly metric: number; readonly of: number };

/** Milliseconds between two reports of one step. A reader sees no more, and counting costs nothing then. */
const PAUSE = 100;

/** Gathers where reading stands from all that takes part in it, and reports it now and then. */
export class Watch {
  private source = "";
  private last = 0;
  private check: { readonly rows: number; readonly part: number; readonly parts: number; passed: number } | undefined;

  constructor(private readonly report: ((progress: Progress) => void) | undefined) {}

  /** Whether anybody wants to know. */
  get wanted(): boolean {
    return this.report !== undefined;
  }

  reading(source: string): void {
    this.source = source;
    this.check = undefined;
    this.say({ doing: "reading", source, rows: 0 });
  }

  /** So many of the source's rows have been read so far. */
  rows(rows: number): void {
    if (this.isDue()) this.say({ doing: "reading", source: this.source, rows });
  }

  /** One of so many rounds over all rows begins. */
  checking(rows: number, part: number, parts: number): void {
    const passed = Math.floor((rows * part) / parts);
    this.check = { rows, part, parts, passed };
    this.say({ doing: "checking", source: this.source, rows: passed, of: rows });
  }

  /** How far the engine is with what it was asked for, from 0 to 1; below 0 where it cannot tell. */
  share(share: number): void {
    if (this.check === undefined || !this.isDue()) return;
    const { rows, part, parts, passed } = this.check;
    const now = Math.floor((rows * (part + Math.min(1, share))) / parts);
    // A round has several queries, and each of them begins anew.
    if (now <= passed) return;
    this.check.passed = now;
    this.say({ doing: "checking", source: this.source, rows: now, of: rows });
  }

  /** The metric that is worked out now: 1 is the first. */
  measuring(source: string, metric: number, of: number): void {
    this.check = undefined;
    this.say({ doing: "measuring", source, metric, of });
  }

  private isDue(): boolean {
    return this.report !== undefined && Date.now() - this.last >= PAUSE;
  }

  private say(progress: Progress): void {
    this.last = Date.now();
    this.report?.(progress);
  }
}
