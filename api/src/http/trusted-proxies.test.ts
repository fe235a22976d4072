import { expect, it } from 'vitest';
import { trustedProxies } from './trusted-proxies.js';

it('believes nobody who was not named', () => {
  const trusts = trustedProxies([]);
  expect(trusts('127.0.0.1', 0)).toBe(false);
  expect(trusts(undefined, 0)).toBe(false);
});

it('believes addresses, networks and ranges, and a Unix domain socket by its own name alone', () => {
  const trusts = trustedProxies(['192.0.2.1', '10.0.0.0/8', 'loopback']);
  for (const address of ['192.0.2.1', '10.7.0.1', '::1']) expect(trusts(address, 0)).toBe(true);
  expect(trusts('192.0.2.2', 0)).toBe(false);
  expect(trusts(undefined, 0)).toBe(false);
  expect(trustedProxies(['unix'])(undefined, 0)).toBe(true);
  // Only the connection itself can be a socket; what a header claims has an address.
  expect(trustedProxies(['unix'])('10.7.0.1', 1)).toBe(false);
});
