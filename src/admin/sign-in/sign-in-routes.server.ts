import type { Route } from '../guard/decide.server.ts';
import { signInPaths } from './addresses.server.ts';

const paths = signInPaths({ basePath: '/' });

/** The rows of the guard's table for signing in and out, its two pages included. */
export const signInRoutes: Route[] = [
  ...[paths.begin, paths.callback, paths.failed, paths.ended].map((path): Route => ({
    path,
    methods: ['GET'],
    access: 'public',
    effect: 'read',
  })),
  { path: paths.end, methods: ['POST'], access: 'signed-in', effect: 'write' },
];
