import { createHash, randomInt } from 'node:crypto';
import type { RecordedRequest } from '../request-log.ts';
import { createRandom, type Random } from '../sample/random.ts';
import { isRoute } from './routes.ts';
import type { FaultDescription, FaultPlan } from './schema.ts';

/** Tokens whose calls are counted; more than any run needs. */
const maximumTokens = 1000;

/** Which requests a fault meets: all that is given must fit, `{}` is every request. */
export interface FaultMatch extends Omit<NonNullable<FaultDescription['match']>, 'path'> {
  /** The whole path, percent-encoding undone, or a pattern to find in it. */
  path?: string | RegExp | undefined;
}

/** A fault of `schema.ts`, with what JSON cannot say. */
export interface Fault extends Omit<FaultDescription, 'match'> {
  match?: FaultMatch | undefined;
  /** Rewrites the answer that the sandbox would give, where it is JSON. */
  change?: ((body: unknown) => unknown) | undefined;
}

export interface Faults {
  /** What chances follow from, unless a fault has a seed of its own. */
  readonly seed: number;
  /** The faults act in the order in which they were added; the first that fits is the only one. */
  add(fault: Fault): AddedFault;
  clear(): void;
}

export interface AddedFault {
  readonly id: number;
  /** How many requests it has met. */
  readonly hits: number;
  remove(): void;
}

/** A fault with what it has seen so far. */
export interface ActiveFault {
  id: number;
  fault: Fault;
  seen: number;
  hits: number;
  random: Random;
  endsAt: number;
  tokenUses: Map<string, number>;
  /** Whether the list has changed: see `changeAfterPage`. */
  isChanged: boolean;
}

export type FaultRegistry = ReturnType<typeof createFaults>;

export function createFaults({ seed = randomInt(2 ** 31), faults = [] }: Partial<FaultPlan> = {}) {
  let active: ActiveFault[] = [];
  let lastId = 0;

  const listDue = (): readonly ActiveFault[] => {
    const now = performance.now();
    if (active.some(({ endsAt }) => endsAt <= now)) {
      active = active.filter(({ endsAt }) => endsAt > now);
    }
    return active;
  };
  const meetsAny = (fits: (candidate: ActiveFault) => boolean): ActiveFault | undefined =>
    listDue().find((candidate) => fits(candidate) && isDue(candidate));

  const insert = (fault: Fault, chances: string): AddedFault => {
    lastId += 1;
    const added = activate(fault, lastId, chances);
    active.push(added);
    return {
      id: added.id,
      get hits() {
        return added.hits;
      },
      remove: () => void registry.remove(added.id),
    };
  };

  const registry = {
    seed,
    add: (fault: Fault): AddedFault => insert(fault, `${seed}:${lastId}`),
    addPlan: (plan: FaultPlan): AddedFault[] =>
      plan.faults.map((fault, place) => insert(fault, `${plan.seed ?? seed}:${place}`)),
    clear: (): void => {
      active = [];
    },
    /** Whether there was one of this id. */
    remove(id: number): boolean {
      const left = active.filter((other) => other.id !== id);
      const isFound = left.length < active.length;
      active = left;
      return isFound;
    },
    list: listDue,
    /** The fault that meets the request, if any; counts it. */
    find: (request: RecordedRequest, authorization: string | undefined): ActiveFault | undefined =>
      active.length === 0
        ? undefined
        : meetsAny(
            (candidate) =>
              !candidate.fault.refuseConnections &&
              matches(candidate.fault.match, request) &&
              isTokenUsedUp(candidate, authorization),
          ),
    /** Whether a new connection is to be refused; counts it. */
    refusesConnection: (): boolean =>
      active.length > 0 && meetsAny(({ fault }) => fault.refuseConnections === true) !== undefined,
  };
  registry.addPlan({ faults });
  return registry;
}

function activate(fault: Fault, id: number, chances: string): ActiveFault {
  return {
    id,
    fault,
    seen: 0,
    hits: 0,
    random: createRandom(fault.seed === undefined ? chances : String(fault.seed)),
    endsAt: performance.now() + (fault.forMs ?? Infinity),
    tokenUses: new Map(),
    isChanged: false,
  };
}

function isDue(candidate: ActiveFault): boolean {
  const { skip = 0, times = Infinity, chance = 1 } = candidate.fault;
  candidate.seen += 1;
  if (candidate.seen <= skip || candidate.hits >= times) return false;
  if (chance < 1 && !candidate.random.chance(chance)) return false;
  candidate.hits += 1;
  return true;
}

function matches(match: FaultMatch | undefined, request: RecordedRequest): boolean {
  if (match === undefined) return true;
  const { method, route, path, pathPattern, query = {} } = match;
  if (method !== undefined && method.toUpperCase() !== request.method) return false;
  if (route !== undefined && !isRoute(route, request.path)) return false;
  if (typeof path === 'string' && path !== request.path) return false;
  if (path instanceof RegExp && request.path.search(path) === -1) return false;
  if (pathPattern !== undefined && !new RegExp(pathPattern).test(request.path)) return false;
  return Object.entries(query).every(([name, value]) => request.query[name] === value);
}

/** Counts the calls of each token, which is kept as a hash. Without `tokenCalls` nothing is counted. */
function isTokenUsedUp(
  { fault: { tokenCalls }, tokenUses }: ActiveFault,
  authorization: string | undefined,
): boolean {
  if (tokenCalls === undefined) return true;
  if (authorization === undefined) return false;
  const token = createHash('sha256').update(authorization).digest('base64');
  const uses = (tokenUses.get(token) ?? 0) + 1;
  if (tokenUses.size >= maximumTokens && uses === 1) tokenUses.clear();
  tokenUses.set(token, uses);
  return uses > tokenCalls;
}
