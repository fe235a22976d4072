import { identifyProcess, type ProcessIdentity } from '../lock/process-identity.mjs';

/** A process that a start made, as the next start needs to know it should this one be killed. */
export interface RecordedChild extends ProcessIdentity {
  name: string;
}

/** Keeps the record of living child processes, and tells about every change. */
export class ChildRegistry {
  private readonly children = new Map<number, RecordedChild>();

  constructor(private readonly onChange: (children: RecordedChild[]) => void) {}

  /** @param pid a process that was just started by us; forgotten again by `remove` */
  add(name: string, pid: number | undefined): void {
    const identity = pid === undefined ? null : identifyProcess(pid);
    if (identity === null) return;
    this.children.set(identity.pid, { name, ...identity });
    this.onChange(this.list());
  }

  remove(pid: number | undefined): void {
    if (pid !== undefined && this.children.delete(pid)) this.onChange(this.list());
  }

  list(): RecordedChild[] {
    return [...this.children.values()];
  }
}

/** Ends a process and whatever it started itself, without asking. Every child leads a group of its own. */
export function killGroup(pid: number, signal: NodeJS.Signals = 'SIGKILL'): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
