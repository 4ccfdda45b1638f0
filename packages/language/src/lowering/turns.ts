/** Work that stops now and then, so that whoever runs it may do something else or give it up. */
export type Steps<T = void> = Generator<undefined, T, undefined>;

/** Does a part of the work. A fault of ours in it is put aside, so that the other parts are still done. */
export type Guard = <T>(part: () => T) => T | undefined;

export function guarding(faults: unknown[]): Guard {
  return (part) => {
    try {
      return part();
    } catch (fault) {
      faults.push(fault);
      return undefined;
    }
  };
}

/** All of it at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
