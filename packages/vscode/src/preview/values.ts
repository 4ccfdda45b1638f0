import type { WhatIfChange } from "@concordat/server/protocol";

interface Chosen {
  start?: string;
  changes: WhatIfChange[];
}

/** The values that someone has set in the preview, by contract: they stay while the window is open. */
export class Values {
  private readonly chosen = new Map<string, Chosen>();

  of(uri: string, contract: string): Chosen {
    return this.chosen.get(`${uri} ${contract}`) ?? { changes: [] };
  }

  change(uri: string, contract: string, change: WhatIfChange): void {
    const { changes, ...rest } = this.of(uri, contract);
    const others = changes.filter(({ key }) => key !== change.key);
    // What was typed may be no value: then the one before it stands.
    const before = change.text === undefined ? [] : changes.filter(({ key }) => key === change.key).slice(-1);
    this.chosen.set(`${uri} ${contract}`, { ...rest, changes: [...others, ...before, change] });
  }

  /** Begins again with an example's values; with none named, the same example's. */
  start(uri: string, contract: string, example: string | undefined): void {
    const start = example ?? this.of(uri, contract).start;
    this.chosen.set(`${uri} ${contract}`, { ...(start === undefined ? {} : { start }), changes: [] });
  }
}
