import { DefaultServiceRegistry, type LangiumCoreServices, type URI, UriUtils } from "langium";

/**
 * A text made beside a file (its address with a fragment) is in the file's language, also where no ending says which. A text
 * that was never saved is in the language that its editor named, also while it is still worked on after it was closed.
 */
export class ConcordatServiceRegistry extends DefaultServiceRegistry {
  private readonly named = new Map<string, LangiumCoreServices>();

  override getServices(uri: URI): LangiumCoreServices {
    const file = uri.fragment ? uri.with({ fragment: null }) : uri;
    if (UriUtils.extname(file) !== "") return super.getServices(file);
    try {
      const services = super.getServices(file);
      this.named.set(file.toString(), services);
      return services;
    } catch (error) {
      const services = this.named.get(file.toString());
      if (services) return services;
      throw error;
    }
  }
}
