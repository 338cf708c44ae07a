export { createOpenApiDocument } from './document.ts';
