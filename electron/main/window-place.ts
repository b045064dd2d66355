// oxlint-disable-next-line no-restricted-imports -- after a look at what it is: a shell does not import the store
import { readFileSync, statSync } from 'node:fs'
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
 * Reads the window's last size and position. A position outside all screens is dropped: its screen may be unplugged.
 * @param screens the work areas of the current screens
 */
export function readPlace(folder: string, screens: readonly Area[]): WindowPlace {
  const path = join(folder, 'window.json')
  const parsed = placeSchema.safeParse(isFile(path) ? parseJson(readFileSync(path, 'utf8')) : null)
  if (!parsed.success) return FIRST_PLACE
  const { width, height, x, y } = parsed.data
  if (x === undefined || y === undefined) return { width, height }
  const isSeen = screens.some((screen) => {
    const inside = x >= screen.x - width / 2 && x < screen.x + screen.width - 100
    return inside && y >= screen.y - 50 && y < screen.y + screen.height - 100
  })
  return isSeen ? { width, height, x, y } : { width, height }
}

/** Reading a pipe in its place would wait for a writer without end. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The file is incomplete after a crash: the window opens as it does the first time.
    return null
  }
}

/** Writes the window's size and position, for its next start. */
export function writePlace(folder: string, place: Required<WindowPlace>): void {
  writeFileAtomic(join(folder, 'window.json'), Buffer.from(JSON.stringify(place)))
}
