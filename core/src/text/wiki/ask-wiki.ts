import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import { TextRefusedError } from '../text-refusal.js';

/** How to reach the wikis. */
export interface WikiAccess {
  /** Asked in the wikis' place, as `<mirror>/<host>/w/api.php`; undefined: the wikis themselves. */
  readonly mirrorUrl: string | undefined;
  /** Seconds after which a wiki counts as away. */
  readonly timeout: number;
  /** Who asks; Wikipedia wants an address there. */
  readonly userAgent: string;
  readonly signal?: AbortSignal | undefined;
}

/** Bytes of an answer: the longest articles have some 3 MB. */
const largestAnswer = 20 * 1_024 * 1_024;
/** Tries, and milliseconds between them. */
const tries = 2;
const pause = 1_000;

/**
 * Asks the API of a wiki (https://www.mediawiki.org/wiki/API:Main_page), and nobody else: redirects to another host
 * are not followed.
 * @returns the answer, errors of the wiki (`error`) included.
 * @throws TextRefusedError `wiki-unavailable` when it is away, refuses, or answers something else.
 */
export async function askWiki<Answer>(
  access: WikiAccess,
  host: string,
  query: Readonly<Record<string, string>>,
  answer: z.ZodType<Answer>,
): Promise<Answer> {
  const address = new URL(apiOf(access, host));
  address.search = new URLSearchParams({ format: 'json', formatversion: '2', ...query }).toString();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return answer.parse(JSON.parse(await fetchText(access, address)));
    } catch {
      access.signal?.throwIfAborted();
      if (attempt === tries) throw new TextRefusedError('wiki-unavailable', 'url');
      await wait(pause, undefined, { ...(access.signal === undefined ? {} : { signal: access.signal }) });
    }
  }
}

function apiOf({ mirrorUrl }: WikiAccess, host: string): string {
  return mirrorUrl === undefined
    ? `https://${host}/w/api.php`
    : `${mirrorUrl.replace(/\/$/, '')}/${host}/w/api.php`;
}

async function fetchText({ timeout, userAgent, signal }: WikiAccess, address: URL): Promise<string> {
  const timer = AbortSignal.timeout(timeout * 1_000);
  const response = await fetch(address, {
    headers: { 'user-agent': userAgent, accept: 'application/json' },
    redirect: 'error',
    signal: signal === undefined ? timer : AbortSignal.any([timer, signal]),
  });
  if (!response.ok) throw new Error(`${address.host} answered ${response.status}`);
  const parts: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > largestAnswer) throw new Error(`${address.host} answers without end`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
