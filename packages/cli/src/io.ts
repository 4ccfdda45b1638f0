/** Somewhere to write text: `process.stdout` is one, and a test's collected text another. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** All that a command knows of the world, besides files. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Paths that are not absolute start here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** This process's own. */
export const processIo = (): Io => ({
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
});
