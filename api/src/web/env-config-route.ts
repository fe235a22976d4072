import type { Config } from '@crowd-recital/core/config/config.js';
import { Router } from 'express';

/**
 * `/env/config.js`: settings as a script, for pages that are served as files by somebody else; under the names that the
 * predecessor gave them. What is not configured is an empty text there.
 */
export function envConfigRoute(
  { session, auth, analytics, pages }: Pick<Config, 'session' | 'auth' | 'analytics' | 'pages'>,
  version: string,
): Router {
  const content = {
    version,
    auth_google_client_id: auth.google?.clientId ?? '',
    audio_segment_upload_length_seconds: session.segmentDuration,
    analytics_posthog_api_key: analytics?.key ?? '',
    analytics_posthog_host: analytics?.host ?? '',
    help_basic_guide_yt_video_id: pages.helpVideoId ?? '',
    help_faq_wp_api_url: pages.helpFaqUrl ?? '',
    disable_soup: pages.driftingLetters ? '0' : '1',
  };
  const script = `window.__env__ = ${JSON.stringify({ config: content })};\n`;
  const router = Router();
  router.get('/config.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('text/javascript').send(script);
  });
  return router;
}
