/** One Ctrl-C reaches us up to three times: from the terminal, from npm, from the bootstrap. */
const samePressMs = 700;

/**
 * Turns signals into requests to stop.
 * @param onRequest gets 1 for the first request, 2 for the second …
 * @returns takes the handlers away again
 */
export function listenForStop(onRequest: (count: number) => void): () => void {
  let count = 0;
  let last = -Infinity;
  const request = () => {
    const now = performance.now();
    const again = now - last < samePressMs;
    last = now;
    if (!again) onRequest((count += 1));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, request);
  // The channel to the bootstrap closes when that is killed, or npm, or the terminal.
  process.on('disconnect', request);
  return () => {
    for (const signal of signals) process.off(signal, request);
    process.off('disconnect', request);
  };
}
