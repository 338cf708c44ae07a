import type { Role } from '../store/schema.server.ts';

/** What only the admin server answers: its own pages, and what Astro and its adapter add for them. */
const guardedFolders = new Set(['admin', '_server-islands', '_actions', '_image']);

/** An address that is served on demand. What stands in no route is served to nobody. */
export interface Route {
  /** Below the base, as it is asked for: `/admin/plans/[plan]/`; a part in brackets is any one part. */
  path: string;
  /** GET lets HEAD in too. */
  methods: ('GET' | 'POST')[];
  /** Who may: everyone, who is signed in with whatever role, or who has at least that role. */
  access: 'public' | 'signed-in' | 'viewer' | 'manager';
  /** A POST that changes something needs the session's token; one that only reads does not. */
  effect: 'read' | 'write';
  /** 1 MB where nothing is said. */
  maxBodyBytes?: number;
  /** Counts for no limit of requests: for what watches over the server, not for people. */
  isUnlimited?: boolean;
}

export type Decision =
  /** Not the admin server's: a file of the static site, or nothing. Never to be handed to Astro. */
  | { kind: 'static' }
  | { kind: 'allow'; routes: Route[] }
  | { kind: 'deny'; status: 400 | 401 | 403 | 404 | 405 };

/**
 * Decides, before anything is read or run, whether a request goes on. `role` is undefined without a session. A
 * form that names an Astro action in its address (`?_action=`) needs that action's route beside the page's.
 */
export function decide(
  request: { method: string; url: string; role: Role | undefined },
  { routes, basePath }: { routes: Route[]; basePath: string },
): Decision {
  const { pathname, searchParams } = new URL(request.url);
  if (!isPlain(pathname)) return { kind: 'deny', status: 400 };
  const isBelow = pathname.startsWith(basePath);
  const path = isBelow ? pathname.slice(basePath.length - 1) : pathname;
  if (!isGuarded(path)) return { kind: 'static' };
  const actions = searchParams.getAll('_action');
  if (actions.length > 1) return { kind: 'deny', status: 400 };
  // The address of an action ends with a slash or without, as Astro's `trailingSlash` says.
  const asked = [[path], ...actions.map((name) => [`/_actions/${name}`, `/_actions/${name}/`])];
  const matches = asked.map((paths) =>
    isBelow ? routes.filter((route) => paths.some((each) => hasPath(route, each))) : [],
  );
  if (matches.some((found) => found.length === 0)) return { kind: 'deny', status: 404 };
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const chosen = matches.map((found) =>
    found.find(({ methods }) => methods.some((each) => each === method)),
  );
  if (!chosen.every((route) => route !== undefined)) return { kind: 'deny', status: 405 };
  const isAllowed = chosen.every(({ access }) => mayUse(access, request.role));
  if (isAllowed) return { kind: 'allow', routes: chosen };
  return { kind: 'deny', status: request.role === undefined ? 401 : 403 };
}

/** Whether every reader of a path sees the same parts in it: nothing is encoded that separates or is encoded twice. */
function isPlain(pathname: string): boolean {
  if (pathname.includes('//')) return false;
  try {
    const decoded = decodeURIComponent(pathname);
    const isSameParts = decoded.split('/').length === pathname.split('/').length;
    return isSameParts && !/[\\\p{Cc}]|%[\da-f]{2}/iu.test(decoded);
  } catch {
    return false;
  }
}

function isGuarded(path: string): boolean {
  const first = decodeURIComponent(path.split('/', 2)[1] ?? '').toLowerCase();
  // A matrix parameter or a blank would not make it another folder for every reader.
  return guardedFolders.has(first.split(/[;\s.]/, 1)[0] ?? '');
}

function hasPath(route: Route, path: string): boolean {
  const [wanted, given] = [route.path.split('/'), path.split('/')];
  if (wanted.length !== given.length) return false;
  return wanted.every((part, index) => {
    const own = given[index] ?? '';
    return /^\[\w+\]$/.test(part) ? own !== '' && own !== '.' && own !== '..' : part === own;
  });
}

function mayUse(access: Route['access'], role: Role | undefined): boolean {
  if (access === 'public') return true;
  if (role === undefined) return false;
  if (access === 'signed-in') return true;
  return role === 'manager' || role === access;
}
