/** How patient the server is, and how much it takes in one go. Times are milliseconds. */
export interface TransportLimits {
  /** From the first byte of a request to the end of its headers. */
  readonly headers: number;
  /** Without a byte in either direction. A body may take as long as it moves. */
  readonly idle: number;
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
  operation: 10_000,
  drain: 25_000,
  jsonBytes: 262_144,
};
