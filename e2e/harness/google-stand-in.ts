import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who sits in front of the browser and presses Google's button. */
export interface GoogleAccount {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
}

/** What stands in for Google: the script of the button, the tokens it gets, and the keys that prove them. */
export interface GoogleStandIn {
  /** Variables of a system that believes it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Who is signed in at Google from now on. */
  account: GoogleAccount;
  close(): void;
}

const clientId = 'this-site';
const kid = 'key-of-today';

/** Does what Google Identity Services do, without asking who is there: `account` is. */
const script = `
  const folder = new URL('.', document.currentScript.src).href;
  let options;
  window.google = { accounts: { id: {
    initialize(given) { options = given; },
    renderButton(parent) {
      const button = document.createElement('button');
      button.textContent = 'Continue with Google';
      button.addEventListener('click', async () => {
        const answer = await fetch(folder + 'token?nonce=' + encodeURIComponent(options.nonce));
        options.callback({ credential: await answer.text() });
      });
      parent.append(button);
    },
  } } };`;

/** Starts it on a free port. */
export async function startGoogleStandIn(account: GoogleAccount): Promise<GoogleStandIn> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url());
    response.setHeader('access-control-allow-origin', '*');
    switch (pathname) {
      case '/certs':
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ [kid]: publicKey.export({ type: 'spki', format: 'pem' }) }));
        return;
      case '/gsi/client':
        response.setHeader('content-type', 'text/javascript');
        response.end(script);
        return;
      default:
        response.end(idToken(privateKey, url(), searchParams.get('nonce'), standIn.account));
    }
  }).listen(0, '127.0.0.1');
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await once(server, 'listening');
  const standIn: GoogleStandIn = {
    environment: {
      GOOGLE_CLIENT_ID: clientId,
      GOOGLE_ISSUERS: url(),
      GOOGLE_CERTS_URL: `${url()}/certs`,
      GOOGLE_SCRIPT_URL: `${url()}/gsi/client`,
    },
    account,
    close: () => server.close(),
  };
  return standIn;
}

function idToken(key: KeyObject, iss: string, nonce: string | null, account: GoogleAccount): string {
  const iat = Math.floor(Date.now() / 1000);
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const claims = { iss, aud: clientId, iat, exp: iat + 3_600, nonce, email_verified: true, ...account };
  const signed = `${part({ alg: 'RS256', kid })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}
