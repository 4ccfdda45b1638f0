import { DefaultServiceRegistry, type LangiumCoreServices, type URI } from "langium";

/** A text made beside a file (its address with a fragment) is in the file's language, also where no ending says which. */
export class ConcordatServiceRegistry extends DefaultServiceRegistry {
  override getServices(uri: URI): LangiumCoreServices {
    return super.getServices(uri.fragment ? uri.with({ fragment: null }) : uri);
  }
}
