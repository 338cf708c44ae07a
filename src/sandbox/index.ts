export { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox.ts';
export {
  readFaultsFile,
  type AddedFault,
  type Fault,
  type FaultMatch,
  type Faults,
} from './faults/index.ts';
export { type RecordedRequest } from './request-log.ts';
export {
  createSignInProvider,
  type SignInProvider,
  type SignInProviderOptions,
} from './sign-in/create-sign-in-provider.ts';
export { sandboxPeople, type SandboxPerson } from './sign-in/people.ts';
export { foreignCatalogUuid } from './licensing/companies.ts';
export { writeDataFolder, type CatalogContents, type FolderContent } from './store/data-folder.ts';
export { writeSample } from './sample/index.ts';
export { customer as sandboxCustomer } from './sample/links.ts';
