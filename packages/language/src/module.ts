import "./polyfill.js";
import { inject, type Module } from "langium";
import {
  createDefaultModule,
  createDefaultSharedModule,
  type DefaultSharedModuleContext,
  type LangiumServices,
  type LangiumSharedServices,
  type PartialLangiumServices,
  type PartialLangiumSharedServices,
} from "langium/lsp";
import { registerChecks } from "./checks/register.js";
import { editorModule, sharedEditorModule } from "./editor/module.js";
import { ConcordatGeneratedModule, ConcordatGeneratedSharedModule } from "./generated/module.js";
import { ConcordatDocumentFactory } from "./incremental/document-factory.js";
import { NoLocalSymbols } from "./names/local-symbols.js";
import { ConcordatScopeProvider } from "./names/scope.js";
import { parserModule } from "./parser/module.js";
import { ConcordatDocumentBuilder } from "./workspace/document-builder.js";
import { ConcordatIndexManager } from "./workspace/index-manager.js";
import { ConcordatServiceRegistry } from "./workspace/service-registry.js";
import { ConcordatWorkspaceManager } from "./workspace/workspace-manager.js";

export type ConcordatServices = LangiumServices;

const concordatModule: Module<ConcordatServices, PartialLangiumServices> = {
  parser: parserModule.parser,
  validation: parserModule.validation,
  references: {
    ...parserModule.references,
    ...editorModule.references,
    ScopeProvider: (services) => new ConcordatScopeProvider(services),
    ScopeComputation: (services) => new NoLocalSymbols(services),
  },
  lsp: editorModule.lsp,
};

const sharedModule: Module<LangiumSharedServices, PartialLangiumSharedServices> = {
  ServiceRegistry: (services) => new ConcordatServiceRegistry(services),
  workspace: {
    IndexManager: (services) => new ConcordatIndexManager(services),
    LangiumDocumentFactory: (services) => new ConcordatDocumentFactory(services),
    DocumentBuilder: (services) => new ConcordatDocumentBuilder(services),
    WorkspaceManager: (services) => new ConcordatWorkspaceManager(services),
  },
  lsp: sharedEditorModule.lsp,
};

/** Every service of the language. `context` brings the file system and, for a server, the connection. */
export function createConcordatServices(context: DefaultSharedModuleContext): {
  shared: LangiumSharedServices;
  Concordat: ConcordatServices;
} {
  const shared = inject(createDefaultSharedModule(context), ConcordatGeneratedSharedModule, sharedModule);
  const Concordat = inject(createDefaultModule({ shared }), ConcordatGeneratedModule, concordatModule);
  shared.ServiceRegistry.register(Concordat);
  registerChecks(Concordat);
  // Without a connection nobody will send the configuration: begin with none.
  if (!context.connection) void shared.workspace.ConfigurationProvider.initialized({});
  return { shared, Concordat };
}
