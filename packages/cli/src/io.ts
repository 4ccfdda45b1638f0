/** Somewhere to write text: `process.stdout` is one, and a test's collected text another. */
export interface Sink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** How many letters a line of a terminal has. */
  readonly columns?: number;
}

/** All that a command knows of the world, besides files. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Paths that are not absolute start here. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Has `stop` called, once, where the program's user ends it (Ctrl-C) or the system does, instead of its ending at once;
   * what it gives back undoes that. Only for what comes to an end by itself then.
   */
  whenStopped?(stop: () => void): () => void;
}

const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function whenStopped(stop: () => void): () => void {
  const release = () => {
    for (const signal of ENDINGS) process.off(signal, each);
  };
  // Whoever says it twice means it: the second time nothing is left to hold the program.
  const each = () => {
    release();
    stop();
  };
  for (const signal of ENDINGS) process.on(signal, each);
  return release;
}

/** This process's own. */
export const processIo = (): Io => ({
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  whenStopped,
});
