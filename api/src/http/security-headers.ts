import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import type { ForeignSources } from './foreign-sources.js';

/**
 * What browsers are told of all pages: nothing runs or loads that we did not ship, Google's sign-in button and the
 * pictures of its users excepted where it is configured. Styles may be set by script (Vue's bindings), never by
 * markup; recordings are played, and drawn, from memory (`blob:`) before they are uploaded.
 * @param publicUrl - over https, browsers are told to stay there.
 * @param mediaOrigins - where recordings are played from, apart from here.
 * @param googleScriptUrl - the button's script; it and what lies beside it may be loaded.
 * @param foreign - what else the site's settings let pages fetch or frame.
 */
export function securityHeaders(
  publicUrl: string,
  mediaOrigins: readonly string[],
  googleScriptUrl: string | undefined,
  foreign: ForeignSources,
): RequestHandler {
  const https = new URL(publicUrl).protocol === 'https:';
  const google = googleSources(googleScriptUrl);
  const frames = [...google.folder, ...foreign.frame];
  const headers = headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ...google.script],
        styleSrc: ["'self'", ...google.style],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...google.pictures, ...foreign.pictures],
        mediaSrc: ["'self'", 'blob:', ...mediaOrigins],
        connectSrc: ["'self'", 'blob:', ...google.folder, ...foreign.connect],
        frameSrc: frames.length > 0 ? frames : ["'none'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https,
    // The button's frame asks who embeds it, and its window answers the page that opened it.
    referrerPolicy: { policy: googleScriptUrl === undefined ? 'same-origin' : referrerForGoogle(https) },
    crossOriginOpenerPolicy: {
      policy: googleScriptUrl === undefined ? 'same-origin' : 'same-origin-allow-popups',
    },
    xFrameOptions: { action: 'deny' },
  });
  headers.set('Permissions-Policy', 'microphone=(self), screen-wake-lock=(self), camera=(), geolocation=()');
  return (_request, response, next) => {
    response.setHeaders(headers);
    next();
  };
}

/** What helmet sets is the same for every answer, and so is asked once: making it anew took as long as a statement. */
function headersOf(options: HelmetOptions): Map<string, string> {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  helmet(options)(response.req, response, () => undefined);
  return new Map(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]));
}

/** What https://developers.google.com/identity/gsi/web/guides/get-google-api-clientid#content_security_policy asks for. */
function googleSources(scriptUrl: string | undefined) {
  if (scriptUrl === undefined) return { script: [], style: [], folder: [], pictures: [] };
  return {
    script: [scriptUrl],
    style: [new URL('style', scriptUrl).href],
    folder: [new URL('.', scriptUrl).href],
    pictures: ['https://*.googleusercontent.com'],
  };
}

/** The origin at most; on plain http, which is development, Google asks for more. */
function referrerForGoogle(https: boolean) {
  return https ? 'strict-origin-when-cross-origin' : 'no-referrer-when-downgrade';
}
