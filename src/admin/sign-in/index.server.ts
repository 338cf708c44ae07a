export { signInPaths, type SiteAddress } from './addresses.server.ts';
export { createSignIn, type SignIn, type SignInOptions } from './create-sign-in.server.ts';
export { parseSignInFailure, type SignInFailure } from './failure.server.ts';
export { signInRoutes } from './sign-in-routes.server.ts';
