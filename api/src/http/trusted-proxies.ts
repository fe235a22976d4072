import proxyAddr from 'proxy-addr';

/** In TRUSTED_PROXIES: whoever connects at the Unix domain socket, which only those can whom its folder lets in. */
const unixSocket = 'unix';

/**
 * Whose X-Forwarded-* headers are believed.
 * @param proxies - TRUSTED_PROXIES: addresses, networks, names of ranges as Express knows them, and `unix`.
 * @returns what Express wants as `trust proxy`.
 */
export function trustedProxies(
  proxies: readonly string[],
): (address: string | undefined, hop: number) => boolean {
  const trustsSocket = proxies.includes(unixSocket);
  const trustsAddress = proxyAddr.compile(proxies.filter((proxy) => proxy !== unixSocket));
  // A peer at a Unix domain socket has no address.
  return (address, hop) => (address === undefined ? trustsSocket && hop === 0 : trustsAddress(address, hop));
}
