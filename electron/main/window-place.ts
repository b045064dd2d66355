import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { FIRST_PLACE, type WindowPlace } from './window-options.ts'

const placeSchema = z.object({
  width: z.int().min(900).max(20_000),
  height: z.int().min(600).max(20_000),
  x: z.int().optional(),
  y: z.int().optional(),
})

type Area = { x: number; y: number; width: number; height: number }

/**
 * Reads where the window stood. It comes back only where a screen still is: one may have been unplugged.
 * @param screens the areas of the screens there are now.
 */
export function readPlace(folder: string, screens: readonly Area[]): WindowPlace {
  const path = join(folder, 'window.json')
  const parsed = placeSchema.safeParse(existsSync(path) ? parseJson(readFileSync(path, 'utf8')) : null)
  if (!parsed.success) return FIRST_PLACE
  const { width, height, x, y } = parsed.data
  if (x === undefined || y === undefined) return { width, height }
  const isSeen = screens.some((screen) => {
    const inside = x >= screen.x - width / 2 && x < screen.x + screen.width - 100
    return inside && y >= screen.y - 50 && y < screen.y + screen.height - 100
  })
  return isSeen ? { width, height, x, y } : { width, height }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Half a file from a crash: the window opens where it opened first.
    return null
  }
}

/** Remembers where the window stands. */
export function writePlace(folder: string, place: Required<WindowPlace>): void {
  writeFileAtomic(join(folder, 'window.json'), Buffer.from(JSON.stringify(place)))
}
