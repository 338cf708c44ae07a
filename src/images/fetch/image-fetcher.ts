import { setTimeout as wait } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import type { ImageCache } from '../cache/open-cache.ts';
import { createImageAgent, type AgentOptions } from './agent.ts';
import { downloadImage, type Download, type Validators } from './download.ts';
import { inspectImage, type ImageFacts } from './inspect-image.ts';
import { defaultLimits, type ImageLimits } from './limits.ts';
import { ImageFailedError, ImageRefusedError } from './refusal.ts';

export interface ImageFetcherOptions extends AgentOptions {
  cache: ImageCache;
  limits?: Partial<ImageLimits> | undefined;
  /** How it waits before a fetch that failed is made again. */
  sleep?: ((ms: number, signal: AbortSignal | undefined) => Promise<unknown>) | undefined;
}

export interface ImageRequest {
  url: string;
  /** Whether an SVG is drawn, as it is for logos; refused otherwise. */
  isLogo: boolean;
  /** Of the copy in the cache. */
  known?: Validators | undefined;
  signal?: AbortSignal | undefined;
}

export type FetchedImage =
  | ({ state: 'fetched'; digest: string; facts: ImageFacts } & Validators)
  /** The copy in the cache is still what the server has. */
  | { state: 'same' }
  /** Not let in: `reason` is a clause that follows the URL. */
  | { state: 'refused'; reason: string }
  /** Not to be had now; another time it may be. */
  | { state: 'failed'; reason: string };

export interface ImageFetcher {
  fetch: (request: ImageRequest) => Promise<FetchedImage>;
  statistics: { requests: number; bytes: number; decoded: number };
  close: () => Promise<void>;
}

const inFlight = 8;
const inFlightByHost = 4;
const decodedAtOnce = 2;
const tries = 2;
/** Between a fetch that failed and the next one from the same host. */
const usualPauseMs = 1000;
/** A server that asks for a longer pause is asked again after this one. */
const longestPauseMs = 20_000;
/** A host that failed so often in a row is asked for no more. */
const failuresToGiveUp = 5;

/**
 * Fetches pictures into the cache, a few at a time and fewer from one host.
 * @throws nothing for a picture's sake: only the signal's reason, and what keeps the cache from being written
 */
export function createImageFetcher(options: ImageFetcherOptions): ImageFetcher {
  const { cache, sleep = (ms, signal) => wait(ms, undefined, { signal }) } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const dispatcher = createImageAgent(options);
  const statistics = { requests: 0, bytes: 0, decoded: 0 };
  const hosts = new Map<string, Host>();
  const [transferLimit, decodeLimit] = [pLimit(inFlight), pLimit(decodedAtOnce)];

  const download = async (request: ImageRequest, host: Host): Promise<Download> => {
    for (let left = tries - 1; ; left -= 1) {
      if (host.failures >= failuresToGiveUp) {
        throw new ImageFailedError(`its host failed ${failuresToGiveUp} times in a row`);
      }
      await host.pause;
      try {
        const onRequest = () => {
          statistics.requests += 1;
        };
        const result = await downloadImage(request.url, {
          ...{ dispatcher, limits, onRequest },
          ...{ known: request.known, signal: request.signal },
        });
        host.failures = 0;
        return result;
      } catch (error) {
        if (!(error instanceof ImageFailedError)) throw error;
        if (left === 0) {
          host.failures += 1;
          throw error;
        }
        const pauseMs = Math.min(error.retryAfterMs ?? usualPauseMs, longestPauseMs);
        host.pause = Promise.all([host.pause, sleep(pauseMs, request.signal)]);
      }
    }
  };

  const store = async (
    { bytes, etag, lastModified }: Download & { isSame: false },
    isLogo: boolean,
  ): Promise<FetchedImage> => {
    statistics.bytes += bytes.length;
    statistics.decoded += 1;
    const image = await decodeLimit(() => inspectImage(bytes, { limits, isLogo }));
    const digest = await cache.put(image.bytes);
    return { state: 'fetched', digest, facts: image.facts, etag, lastModified };
  };

  return {
    statistics,
    fetch(request) {
      const host = hostOf(request.url, hosts);
      return host.limit(() =>
        transferLimit(() =>
          settle(async () => {
            request.signal?.throwIfAborted();
            const result = await download(request, host);
            return result.isSame ? { state: 'same' } : store(result, request.isLogo);
          }),
        ),
      );
    },
    close: () => dispatcher.destroy(),
  };
}

interface Host {
  limit: LimitFunction;
  /** In a row. */
  failures: number;
  /** Nothing is asked for before it ends. */
  pause: Promise<unknown>;
}

function hostOf(url: string, hosts: Map<string, Host>): Host {
  const name = URL.canParse(url) ? new URL(url).host : '';
  const host = hosts.get(name) ?? {
    limit: pLimit(inFlightByHost),
    failures: 0,
    pause: Promise.resolve(),
  };
  hosts.set(name, host);
  return host;
}

async function settle(work: () => Promise<FetchedImage>): Promise<FetchedImage> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImageRefusedError) return { state: 'refused', reason: error.message };
    if (error instanceof ImageFailedError) return { state: 'failed', reason: error.message };
    throw error;
  }
}
