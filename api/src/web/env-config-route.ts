import type { Config } from '@crowd-recital/core/config/config.js';
import { Router } from 'express';

/** `/env/config.js`: settings as a script, for pages that are served as files by somebody else. */
export function envConfigRoute({ session }: Pick<Config, 'session'>, version: string): Router {
  const content = { version, audio_segment_upload_length_seconds: session.segmentDuration };
  const script = `window.__env__ = ${JSON.stringify({ config: content })};\n`;
  const router = Router();
  router.get('/config.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('text/javascript').send(script);
  });
  return router;
}
