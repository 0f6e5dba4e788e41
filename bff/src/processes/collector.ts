/**
 * How V8 collects garbage in a process that keeps some hundred thousand answers and has a core to itself, but no more. By Node's own settings it looks through all it keeps
 * whenever 64 MB of buffers have come and gone, with threads that keep it, and the processes beside it, from running. What these bring, and what is left: docs/bench/README.md.
 */
export const collectorFlags = [
  // All is looked through in one go, with one thread to help. In small steps between requests it takes ten times as long, for V8 collects nothing new until it is done, takes for used whatever
  // is stored somewhere meanwhile, and so has ever more to look through; and it ends with as long a pause.
  '--no-incremental-marking',
  '--concurrent-marking-max-worker-num=1',
  // All else on its own core; giving back the memory of what is gone needs nothing of the process, and is left to threads as V8 has it.
  '--no-parallel-compaction',
  '--no-parallel-pointer-update',
  '--no-parallel-scavenge',
  // Buffers count as memory like any other, and all is looked through when it has grown to four times what the last look left; not every 100 seconds, in case some could be given back.
  '--external-memory-accounted-in-global-limit',
  '--external-memory-max-growing-factor=4',
  '--heap-growing-percent=300',
  '--no-memory-reducer',
  // Nor while a process comes to know its first customers, when there is nothing to be collected yet; later it waits about as long.
  '--initial-old-space-size=768',
  // Room for what half a second makes: most of it is not used any more by then, and what is must be moved.
  '--min-semi-space-size=64',
  '--max-semi-space-size=64',
  // What is made in a place whose objects were once used for long is not taken for old from the beginning: it would keep all it points to.
  '--no-allocation-site-pretenuring',
  // New objects that are still used stand where they are, where a fifth of their page is: to move them is the longest part of the pause.
  '--page-promotion-threshold=20',
] as const
