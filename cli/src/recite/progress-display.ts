import { SingleBar } from 'cli-progress';

const megabyte = 1_000_000;

/** Shows how much of a file has been sent; on anything but a terminal it shows nothing. */
export interface SendingBar {
  /** Takes how many bytes have been sent so far. */
  readonly update: (bytes: number) => void;
  readonly stop: () => void;
}

/** @param totalBytes - length of the file */
export function startSendingBar(totalBytes: number): SendingBar {
  const bar = new SingleBar({
    stream: process.stderr,
    format: 'Sending {bar} {percentage} %  {sent} of {total_mb} MB',
    barCompleteChar: '━',
    barIncompleteChar: '─',
    hideCursor: true,
    barsize: 32,
  });
  const inMegabytes = (bytes: number) => (bytes / megabyte).toFixed(1);
  bar.start(totalBytes, 0, { sent: inMegabytes(0), total_mb: inMegabytes(totalBytes) });
  return {
    update: (bytes) => bar.update(bytes, { sent: inMegabytes(bytes) }),
    stop: () => bar.stop(),
  };
}

/** Says that the waiting has begun, for somebody who looks on; on anything but a terminal it says nothing. */
export function announceWaiting(): void {
  if (process.stderr.isTTY) process.stderr.write('All of it is on the server, which finishes it now …\n');
}
