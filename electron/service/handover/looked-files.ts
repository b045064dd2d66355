import type { BoxedFile } from '#core/contract/handover.ts'

/** What a file was found to be, and what that depends on: the file, and the article as it was here. */
export type LookedFile = { readonly sha256: string; readonly what: BoxedFile['what']; readonly mark: string }

/** Remembers the files of shared folders, which are looked at again and again and seldom change. */
export type LookedFiles = {
  get: (path: string, version: string) => LookedFile | null
  /** @param version what is another as soon as the file is */
  keep: (path: string, version: string, looked: LookedFile) => void
}

/** So many are remembered, the last ones that were looked at. */
const KEPT = 300

export function createLookedFiles(): LookedFiles {
  const kept = new Map<string, LookedFile & { version: string }>()
  return {
    get(path, version) {
      const found = kept.get(path)
      return found?.version === version ? found : null
    },
    keep(path, version, looked) {
      kept.delete(path)
      kept.set(path, { ...looked, version })
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
    },
  }
}
