import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * What browsers are told of all pages: nothing runs or loads that we did not ship. Styles may be set by script
 * (Vue's bindings), never by markup; recordings are played from memory (`blob:`) before they are uploaded.
 * @param publicUrl - over https, browsers are told to stay there.
 */
export function securityHeaders(publicUrl: string): RequestHandler[] {
  const https = new URL(publicUrl).protocol === 'https:';
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          mediaSrc: ["'self'", 'blob:'],
          connectSrc: ["'self'"],
          workerSrc: ["'self'", 'blob:'],
          manifestSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: https,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.set(
        'Permissions-Policy',
        'microphone=(self), screen-wake-lock=(self), camera=(), geolocation=()',
      );
      next();
    },
  ];
}
