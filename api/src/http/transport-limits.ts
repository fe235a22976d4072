/** How patient the server is, and how much it takes in one go. Times are milliseconds. */
export interface TransportLimits {
  /** From the first byte of a request to the end of its headers. */
  readonly headers: number;
  /** Without a byte in either direction. A body may take as long as it moves. */
  readonly idle: number;
  /** For the next request on a connection. Longer than proxies keep theirs, or one of them sends it to a closed door. */
  readonly kept: number;
  /** For an operation, counted from the moment its body is complete. */
  readonly operation: number;
  /** For requests under way when the server stops. */
  readonly drain: number;
  /** Bytes of a JSON body. */
  readonly jsonBytes: number;
}

/** What holds unless a test asks for less patience. */
export const transportLimits: TransportLimits = {
  headers: 15_000,
  idle: 60_000,
  // nginx keeps an idle connection to us for 60 s (`keepalive_timeout` in `upstream`), and so does the load balancer of
  // AWS (ALB, "Connection idle timeout"), which says that a target's has to be longer. Node's own are 5 s.
  kept: 75_000,
  operation: 10_000,
  drain: 25_000,
  jsonBytes: 262_144,
};
