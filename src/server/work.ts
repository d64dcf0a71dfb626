/** Something that is to be done again and again beside the requests. */
export interface Task {
  readonly name: string;
  /** Milliseconds between the end of one run and the start of the next. */
  readonly every: number;
  run(): Promise<unknown>;
}

export interface Work {
  /** Starts nothing any more and waits for what is under way. */
  close(): Promise<void>;
}

/** Does each task in its rhythm, never twice at once; a run that fails is reported and tried again in its turn. */
export function startWork(tasks: readonly Task[], onError: (error: unknown) => void): Work {
  let closed = false;
  const timers = new Map<Task, NodeJS.Timeout>();
  const running = new Map<Task, Promise<void>>();
  const plan = (task: Task) => {
    if (closed) return;
    const timer = setTimeout(() => running.set(task, run(task)), task.every);
    timer.unref();
    timers.set(task, timer);
  };
  const run = async (task: Task) => {
    try {
      await task.run();
    } catch (error) {
      onError(new Error(`“${task.name}” failed`, { cause: error }));
    }
    running.delete(task);
    plan(task);
  };
  for (const task of tasks) plan(task);
  return {
    async close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}
