import { lookup as lookUpInSystem, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { findAddressProblem } from './addresses.ts';
import { ImageRefusedError } from './refusal.ts';

export interface AgentOptions {
  /** Whether this machine itself may be asked: true for the sandbox only. */
  isLoopbackAllowed: boolean;
  /** How a host's addresses are found; the system's resolver by default. */
  lookup?: Lookup | undefined;
}

export type Lookup = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const connectTimeoutMs = 5000;

/**
 * Connects to hosts of the public internet only. What is checked is the very address that is then connected to,
 * so a name that resolves to something else the next time (DNS rebinding) gains nothing. A host of which only
 * one address is private is refused too.
 */
export function createImageAgent({ isLoopbackAllowed, lookup = lookUpInSystem }: AgentOptions) {
  const lookUpChecked: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '');
        return;
      }
      const [first] = addresses;
      const problem =
        first === undefined
          ? new Error(`${hostname} has no address`)
          : findProblem(hostname, addresses, isLoopbackAllowed);
      if (problem !== undefined) callback(problem, '');
      else if (options.all === true) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family);
    });
  };
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    lookup: lookUpChecked,
    allowH2: false,
  });
  return new Agent({
    // One request on a connection at a time, so that an answer is cut off by closing it.
    allowH2: false,
    connect(options, callback) {
      // An address in place of a name is never looked up.
      const host = options.hostname.replace(/^\[|\]$/g, '');
      const problem =
        isIP(host) === 0
          ? undefined
          : findProblem(host, [{ address: host, family: isIP(host) }], isLoopbackAllowed);
      if (problem === undefined) connect(options, callback);
      else callback(problem, null);
    },
  });
}

function findProblem(
  host: string,
  addresses: readonly LookupAddress[],
  isLoopbackAllowed: boolean,
): ImageRefusedError | undefined {
  for (const { address } of addresses) {
    const problem = findAddressProblem(address, isLoopbackAllowed);
    if (problem === undefined) continue;
    const named = address === host ? host : `${host} (${address})`;
    return new ImageRefusedError(
      `its host ${named} is ${problem}, and pictures come from the public internet only`,
    );
  }
  return undefined;
}
