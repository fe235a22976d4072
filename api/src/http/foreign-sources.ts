import type { Config } from '@crowd-recital/core/config/config.js';

/** Where pages may fetch from, or show a frame or a picture of, beyond this site. */
export interface ForeignSources {
  readonly connect: readonly string[];
  readonly frame: readonly string[];
  readonly pictures: readonly string[];
}

/** YouTube's player that sets no cookies before something is played. */
const videoPlayer = 'https://www.youtube-nocookie.com';

/**
 * Exactly what is configured: the video of the help page, its questions and answers, who counts what is used, and the
 * pictures of suggested articles.
 */
export function foreignSources({
  pages,
  analytics,
  texts,
}: Pick<Config, 'pages' | 'analytics' | 'texts'>): ForeignSources {
  const addresses = [pages.helpFaqUrl, analytics?.host].filter((address) => address !== undefined);
  return {
    connect: addresses.map((address) => new URL(address).origin),
    frame: pages.helpVideoId === undefined ? [] : [videoPlayer],
    pictures: texts.picturesOrigin === null ? [] : [texts.picturesOrigin],
  };
}
