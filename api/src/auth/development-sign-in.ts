import type { Request } from 'express';
import type { Config } from '@crowd-recital/core/config/config.js';

const loopbackAddresses = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];
const localHosts = ['localhost', '127.0.0.1', '[::1]'];

/**
 * True when sign-in without a password answers this request: in development, to a caller on this machine that no
 * proxy forwarded and that calls us by a local name (a name of somebody else that resolves to us would be an
 * attack by DNS rebinding). `DEV_SIGN_IN_ANYWHERE` opens it to every caller.
 */
export function answersDevelopmentSignIn(auth: Config['auth'], request: Request): boolean {
  if (!auth.developmentSignIn) return false;
  if (auth.developmentSignInAnywhere) return true;
  const { headers, socket } = request;
  const forwarded = Object.keys(headers).some(
    (name) => name === 'forwarded' || name.startsWith('x-forwarded-'),
  );
  const hostName = headers.host?.replace(/:\d+$/, '') ?? '';
  return (
    loopbackAddresses.includes(socket.remoteAddress ?? '') && !forwarded && localHosts.includes(hostName)
  );
}
