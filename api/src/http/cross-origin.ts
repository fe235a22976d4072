import type { RequestHandler } from 'express';

/**
 * CORS: listed pages may call with the cookie; every other page may call too, but only with a token that it was
 * given (`getAccessToken` of the console), because without credentials mode browsers send no cookie.
 * @param allowedOrigins - `CORS_ALLOW_ORIGINS`.
 */
export function crossOrigin(allowedOrigins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (origin === undefined) {
      next();
      return;
    }
    const listed = allowedOrigins.includes(origin);
    response.set('Access-Control-Allow-Origin', listed ? origin : '*');
    if (listed) response.set('Access-Control-Allow-Credentials', 'true');
    response.set('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response
      .status(204)
      .set({
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers':
          'authorization, content-type, apollo-require-preflight, x-apollo-operation-name',
        'Access-Control-Max-Age': '7200',
      })
      .end();
  };
}
