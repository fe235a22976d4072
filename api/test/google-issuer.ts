import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { whenFileEnds } from '@crowd-recital/core/test/when-file-ends.js';
import { exportSPKI, generateKeyPair, SignJWT, type CryptoKey } from 'jose';

/** What a token says; `undefined` leaves a claim out. */
export type Claims = Readonly<Record<string, unknown>>;

/** An issuer of ID tokens that stands in for Google: the same format of keys and tokens, and real signatures. */
export interface GoogleIssuer {
  /** Variables that make a server believe it, as operators would set them. */
  readonly environment: NodeJS.ProcessEnv;
  readonly clientId: string;
  readonly kid: string;
  /** The public key, as anybody can have it. */
  readonly publicPem: string;
  readonly privateKey: CryptoKey;
  /** Claims of a good token but for the nonce, which only the browser's sign-in knows. */
  claims(nonce: string, given?: Claims): Claims;
  /** A token for these claims, signed by the issuer unless by another key. */
  sign(claims: Claims, key?: CryptoKey, header?: { alg: string; kid: string }): Promise<string>;
}

/** Starts an issuer; it ends by itself after the file's last test. */
export async function googleIssuer(): Promise<GoogleIssuer> {
  const clientId = 'this-site.apps.googleusercontent.example';
  const kid = 'key-of-today';
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const publicPem = await exportSPKI(publicKey);
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.setHeader('cache-control', 'public, max-age=3600');
    response.end(JSON.stringify({ [kid]: publicPem }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  whenFileEnds(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    environment: {
      GOOGLE_CLIENT_ID: clientId,
      GOOGLE_ISSUERS: url,
      GOOGLE_CERTS_URL: `${url}/certs`,
    },
    clientId,
    kid,
    publicPem,
    privateKey,
    claims: (nonce, given = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return {
        iss: url,
        aud: clientId,
        azp: clientId,
        sub: '110169484474386276334',
        email: 'dalia@example.org',
        email_verified: true,
        name: 'Dalia',
        picture: 'https://lh3.googleusercontent.com/dalia',
        nonce,
        iat: now,
        exp: now + 3_600,
        ...given,
      };
    },
    sign: (claims, key = privateKey, header = { alg: 'RS256', kid }) =>
      new SignJWT(JSON.parse(JSON.stringify(claims)) as Record<string, unknown>)
        .setProtectedHeader(header)
        .sign(key),
  };
}
