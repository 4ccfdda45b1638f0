/** What a command's exit code says. Documented for CI, so these never change their meaning. */
export const EXIT = {
  fine: 0,
  /** The contract has errors, an example fails, or a payment cannot be determined. */
  findings: 1,
  /** The command was used wrongly, or cannot run. */
  cannotRun: 2,
  /** Its user stopped it, and nothing was written. */
  stopped: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
