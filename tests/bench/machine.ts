import { cpus, totalmem } from 'node:os'

/** @returns what a bench was run on, in a few words. */
export function machine(): string {
  const [cpu] = cpus()
  const gb = (totalmem() / 2 ** 30).toFixed(0)
  return `${cpus().length} × ${cpu?.model.trim() ?? 'an unknown processor'}, ${gb} GB, ${process.platform}, Node ${process.versions.node}`
}
