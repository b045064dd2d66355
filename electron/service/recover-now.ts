import { markSuspect } from '#db/open.ts'
import { openService } from './open-service.ts'
import type { Service } from './service.ts'

/** Opens a store as `openService` does, after reading all of its file: what is damaged is recovered first. */
export function openSuspect(folder: string): Service {
  markSuspect(folder)
  return openService(folder, { sendsByItself: false })
}
