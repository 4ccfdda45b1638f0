import { DefaultScopeComputation, type LocalSymbols, MultiMap } from "langium";

/** Names are looked up among what a contract declares (`declared.ts`): there is no table of them for each file beside it. */
export class NoLocalSymbols extends DefaultScopeComputation {
  override async collectLocalSymbols(): Promise<LocalSymbols> {
    return new MultiMap();
  }
}
